// One line of words: a cue for a while, else what to change before the camera sees what it needs.
import { counted } from "../assets/phrases.js";

const CUE_MS = 3000; // a cue stands so long before a word about setting up may take its place

/** `say(words, care, passing)` shows them; `passing`: only as long as they are true, "" if nothing is to be changed. Gives
 *  what is told of every picture. */
export function lineOf(say) {
  let cueUntil = 0;
  return ({ cue, good, help }, now = performance.now()) => {
    if (cue) cueUntil = now + CUE_MS;
    if (cue) say(cue, !good, false);
    else if (now >= cueUntil) say(help, true, true);
  };
}

/** Draws words into `line`; what was said last stays until there is another: a line that vanishes cannot be read. */
export const writing = (line) => (words, care = false) => {
  if (!words || line.textContent === words) return;
  line.textContent = words;
  line.classList.toggle("coach__line--care", care);
};

/** "2 part of the way": repetitions that were seen, and are not in the count. */
export const inPart = (number) => (number ? counted("{n} part of the way", "{n} part of the way", number) : "");
