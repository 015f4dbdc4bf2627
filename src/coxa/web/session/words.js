// A step in words, as the screen shows it. Pure.
import { phrase } from "../assets/phrases.js";

const SIDES = { left: phrase("Left side"), right: phrase("Right side"), both: "" };

export const sideOf = (step) => (step.halves === 2 ? phrase("Left and right in turn") : SIDES[step.side]);

/** "Left side · Set 2 of 3" */
export function setOf(step) {
  const sets = step.sets > 1 && step.set_number ? phrase("Set {n} of {sets}", { n: step.set_number, sets: step.sets }) : "";
  return [sideOf(step), sets].filter(Boolean).join(" · ");
}

/** The large number and what stands under it, at `elapsed` milliseconds of the step. The clock tells the repetition
 *  that is on; a camera (`seen`: what it shows) those that are done, and whether one is in position. */
export function countOf(step, elapsed, seen = null) {
  if (step.kind === "work" && step.mode === "reps") return { number: seen ? done(step, elapsed) : repetition(step, elapsed), unit: phrase("of {n}", { n: step.count }) };
  const left = Math.max(0, Math.ceil(step.seconds - elapsed / 1000));
  if (seen && !seen.in_position) return { number: left, unit: OUT };
  return { number: left, unit: UNITS[step.kind] ?? phrase("seconds") };
}

export const OUT = phrase("not in position");

const UNITS = { work: phrase("hold"), rest: phrase("rest"), side: phrase("change sides"), ready: phrase("get ready") };

const done = (step, elapsed) => Math.floor(elapsed / 1000 / (step.seconds / step.count) + 1e-6); // of sums of parts

export const repetition = (step, elapsed) =>
  Math.min(step.count, Math.floor(elapsed / 1000 / (step.seconds / step.count)) + 1);

/** What to do with the hips now: setting up before, a cue for each set during it. */
export function cueOf(step) {
  if (step.kind === "ready") return step.set_up;
  if (step.kind === "side") return step.cues[0];
  if (step.kind === "work") return step.cues[(step.set_number - 1) % step.cues.length];
  return step.kind === "rest" ? phrase("Breathe. Let everything hang loose.") : "";
}

/** The work that comes after step `at`, or "". */
export function nextOf(steps, at) {
  const next = steps.slice(at + 1).find((step) => step.kind === "work");
  if (!next) return phrase("After this: done");
  return phrase("Next: {work}", { work: [next.name, setOf(next).toLowerCase()].filter(Boolean).join(", ") });
}

/** Where in a repetition the person should be, for what moves in time with the count: `there` 0 at rest to 1 all the
 *  way, `way` out, hold or back (or rest, outside of work), `within` 0 to 1 of that way, and whose `side` it is. */
export function beatOf(step, elapsed) {
  if (step.kind !== "work") return { there: 0, way: "rest", within: 0, side: step.side };
  if (!step.tempo) return { there: 1, way: "hold", within: Math.min(1, elapsed / 1000 / step.seconds), side: step.side };
  const { up, hold, down } = step.tempo;
  const lasts = up + hold + down;
  const into = (elapsed / 1000) % lasts;
  const side = step.halves === 2 ? ["left", "right"][Math.floor(elapsed / 1000 / lasts) % 2] : step.side;
  if (into < up) return { there: into / up, way: "out", within: into / up, side };
  if (into < up + hold) return { there: 1, way: "hold", within: (into - up) / hold, side };
  const within = Math.min(1, (into - up - hold) / down);
  return { there: 1 - within, way: "back", within, side };
}
