// Shows what was seen: the count, the hold, how far along the range, and the line of words.
import { fill } from "../assets/behaviours/ring-timer.js";

const CUE_MS = 3000; // a cue stands so long before a word about setting up may take its place

export function boardOf(root, { kind, goal }) {
  const find = (name) => root.querySelector(`[data-${name}]`);
  const [number, unit, ring, line, angle, view] = ["number", "unit", "ring", "line", "angle", "view"].map(find);
  const hold = kind === "hold";
  let cueUntil = 0;

  function show(seen) {
    number.textContent = hold ? clock(seen.hold_s) : seen.reps;
    unit.textContent = hold ? held(seen, goal) : counted(seen.reps, goal);
    fill(ring, hold ? seen.hold_s / (goal || 30) : seen.share);
    ring.classList.toggle("ring--rest", Boolean(seen.help) || (hold && !seen.in_position));
    angle.textContent = seen.angle === null ? "" : `${Math.round(seen.angle)}°`;
    view.textContent = seen.view_words;
    const now = performance.now();
    if (seen.cue) cueUntil = now + CUE_MS;
    if (seen.cue) say(seen.cue, !seen.good);
    else if (now >= cueUntil) say(seen.help, true);
  }

  /** The last thing said stays until there is another: a line that vanishes cannot be read. */
  function say(words, care = false) {
    if (!words || line.textContent === words) return;
    line.textContent = words;
    line.classList.toggle("coach__line--care", care);
  }

  return { show, say };
}

const counted = (reps, goal) => (goal ? `of ${goal}` : reps === 1 ? "repetition" : "repetitions");
const held = ({ in_position: held }, goal) => (held ? (goal ? `of ${goal} s` : "seconds") : "not in position");
const clock = (seconds) => (seconds < 60 ? Math.floor(seconds) : `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`);
