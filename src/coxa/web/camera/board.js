// Shows what was seen: the count, the hold, how far along the range, and the line of words.
import { counted, phrase } from "../assets/phrases.js";
import { fill } from "../assets/behaviours/ring-timer.js";
import { inPart, lineOf, writing } from "./line.js";

export function boardOf(root, { kind, goal }) {
  const find = (name) => root.querySelector(`[data-${name}]`);
  const [number, unit, ring, angle, view, part] = ["number", "unit", "ring", "angle", "view", "in-part"].map(find);
  const hold = kind === "hold";
  const tell = lineOf(writing(find("line")));

  function show(seen) {
    number.textContent = hold ? clock(seen.hold_s) : seen.reps;
    unit.textContent = hold ? held(seen, goal) : done(seen.reps, goal);
    fill(ring, hold ? seen.hold_s / (goal || 30) : seen.share);
    ring.classList.toggle("ring--rest", Boolean(seen.help) || (hold && !seen.in_position));
    angle.textContent = seen.angle === null ? "" : `${Math.round(seen.angle)}°`;
    view.textContent = seen.view_words;
    part.textContent = inPart(seen.partial);
    tell(seen);
  }

  return { show };
}

const done = (reps, goal) => (goal ? phrase("of {n}", { n: goal }) : counted("repetition", "repetitions", reps));
const held = ({ in_position: held }, goal) => (held ? (goal ? phrase("of {n} s", { n: goal }) : phrase("seconds")) : phrase("not in position"));
const clock = (seconds) => (seconds < 60 ? Math.floor(seconds) : `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`);
