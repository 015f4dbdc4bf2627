// What the voice says in a step, and when: the exercise's own words, so that nobody has to see the screen. Pure.
import { phrase } from "../assets/phrases.js";
import { cueOf, nextOf } from "./words.js";

const CUE_MS = 3500; // our choice: the count has begun, and side and set are said
const LONG_S = 20; // our choice: a hold in which one wants to know how far it is
const NEXT_S = 6; // our choice: before a rest ends, time to get into position

/** [{at_ms, words}], in order. A ready step says how to set up, a set its cue, a rest what comes next. */
export function spokenIn(steps, at) {
  const step = steps[at];
  const said = [{ at_ms: 0, words: step.voice }];
  if (step.kind === "ready") said.push({ at_ms: 0, words: cueOf(step) });
  if (step.kind === "work") said.push({ at_ms: CUE_MS, words: cueOf(step) }, ...halfWay(step));
  if (step.kind === "rest" && step.seconds > 2 * NEXT_S) said.push({ at_ms: 1000 * (step.seconds - NEXT_S), words: nextOf(steps, at) });
  return said.filter(({ at_ms, words }) => words && (at_ms === 0 || at_ms < 1000 * step.seconds));
}

const halfWay = (step) => (step.mode === "hold" && step.seconds >= LONG_S ? [{ at_ms: 500 * step.seconds, words: phrase("Half of the time.") }] : []);

/** Of those, what is due after `before` and up to `now` milliseconds of the step. */
export const due = (said, before, now) => said.filter(({ at_ms }) => at_ms > before && at_ms <= now).map(({ words }) => words);
