// What will sound in the next while if nobody touches anything, so that it can be sounded ahead by the sound card's own
// clock. Pure.
import { isLed, lastsMs, stepOf } from "./machine.js";

const LAST_S = [3, 2, 1]; // seconds before the end of what is held or rested
const HARDLY_MS = 200; // a tick so near to the beginning would be the chime's own

/** [{in_ms, sound}] within so many milliseconds; `sound`: tick, begin (of work), end (of it), or done. Nothing beyond a
 *  step that waits for a tap or for a camera. */
export function coming(state, within_ms) {
  const found = [];
  let { at, elapsed } = state;
  for (let from = 0; from < within_ms && runs(state, at); at += 1, elapsed = 0) {
    const step = state.steps[at];
    for (const tick of ticksIn(step)) if (tick > elapsed) found.push({ in_ms: from + tick - elapsed, sound: "tick" });
    from += lastsMs(step) - elapsed;
    found.push({ in_ms: from, sound: atEndOf(state.steps[at + 1]) });
  }
  return found.filter(({ in_ms }) => in_ms <= within_ms);
}

/** The chime with which a step begins. */
export const chimeOf = (step) => (step.kind === "work" ? "begin" : "end");

const atEndOf = (next) => (next ? chimeOf(next) : "done");

const runs = (state, at) => !state.paused && at < state.steps.length && Number.isFinite(lastsMs(state.steps[at])) && !isLed({ ...state, at });

/** Each repetition but the first, and the last three seconds of all else; milliseconds into the step. */
function ticksIn(step) {
  const lasts = lastsMs(step);
  if (step.kind !== "work" || step.mode !== "reps") return LAST_S.map((one) => lasts - 1000 * one).filter((one) => one > HARDLY_MS);
  return Array.from({ length: step.count - 1 }, (_none, n) => (lasts / step.count) * (n + 1));
}

/** When this step ends by itself, in milliseconds from now; Infinity where it waits. */
export const endsIn = (state) => (runs(state, state.at) ? lastsMs(stepOf(state)) - state.elapsed : Infinity);
