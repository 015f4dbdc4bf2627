// A session as a machine of its steps: pure, without clock, page or sound. Every function takes a state and gives
// [state, events]. Events say what happened: entered, set_done, finished.

/** Steps are played in order; `at` is the one that is on. `elapsed` is how far it has gone, in milliseconds of its own
 *  time, `spent` how long it has been on. While a camera leads a set (`led`) only what it counts makes it go on, and
 *  `seen` is what of `elapsed` it counted; else both grow with the clock. */
export const begin = (steps, at = 0) => ({ steps, at: Math.min(at, steps.length), ...FRESH, led: false, paused: false });
const FRESH = { elapsed: 0, spent: 0, seen: 0 };

export const stepOf = (state) => state.steps[state.at] ?? null;
export const isOver = (state) => state.at >= state.steps.length;
export const lastsMs = (step) => (step.waits ? Infinity : step.seconds * 1000);

/** The share of the step that is over, 0 to 1; 0 where it waits for a tap. */
export const shareOf = (state) => {
  const step = stepOf(state);
  return step && Number.isFinite(lastsMs(step)) ? Math.min(1, state.elapsed / lastsMs(step)) : 0;
};

/** Time passes. A page that slept goes on with what it missed, but never past a step that waits. */
export function tick(state, ms) {
  if (state.paused || isOver(state)) return [state, []];
  const lasts = lastsMs(stepOf(state));
  const spent = state.spent + ms;
  if (isLed(state)) return [{ ...state, spent }, []];
  const elapsed = state.elapsed + ms;
  if (elapsed < lasts) return [{ ...state, elapsed, spent }, []];
  const [onward, events] = next({ ...state, elapsed: lasts, spent });
  // The rest of the time belongs to the step after, where there is one that runs by itself.
  const [later, more] = tick(onward, elapsed - lasts);
  return [later, [...events, ...more]];
}

/** Whether a camera leads this very step. */
export const isLed = (state) => state.led && stepOf(state)?.kind === "work";

/** The camera leads from here on, or does not. It counts whole repetitions: one that the clock had begun is begun anew. */
export function led(state, on) {
  if (state.led === on) return state;
  const step = stepOf(state);
  const whole = on && step?.kind === "work" && step.mode === "reps";
  return { ...state, led: on, elapsed: whole ? repetitionMs(step) * Math.floor(state.elapsed / repetitionMs(step) + HARDLY) : state.elapsed };
}

/** The camera saw repetitions; where left and right take turns, one is half of what is counted. */
export function counted(state, repetitions) {
  const step = stepOf(state);
  return step?.mode === "reps" ? given(state, (repetitions * repetitionMs(step)) / step.halves) : [state, []];
}

/** The camera saw the position held for so many seconds more. */
export const held = (state, seconds) => (stepOf(state)?.mode === "hold" ? given(state, 1000 * seconds) : [state, []]);

function given(state, ms) {
  if (!isLed(state) || state.paused) return [state, []];
  const more = { ...state, elapsed: state.elapsed + ms, seen: state.seen + ms };
  return more.elapsed > lastsMs(stepOf(state)) - HARDLY ? next(more) : [more, []];
}

const repetitionMs = (step) => (1000 * step.seconds) / step.count;
const HARDLY = 1e-3; // of sums of parts

/** On to the step after. A set counts as done, also where the person was quicker than the count. Of a set of which the
 *  camera saw nothing the clock tells more; one that it saw all of is `camera`. */
export function next(state) {
  if (isOver(state)) return [state, []];
  const step = stepOf(state);
  const [ms, camera] = state.seen ? [state.elapsed, state.seen > state.elapsed - HARDLY] : [state.spent, false];
  const done = step.kind === "work" ? [{ type: "set_done", step, seconds: ms / 1000, exact: state.seen > 0, camera }] : [];
  return enter({ ...state, paused: false }, state.at + 1, done);
}

/** Back to the start of this step, or of the set before where this one has hardly begun. */
export function back(state, hardlyMs = 3000) {
  const work = (n) => state.steps[n]?.kind === "work" || state.steps[n]?.waits;
  const fresh = state.spent < hardlyMs || !work(state.at);
  let at = state.at;
  if (fresh) do at -= 1; while (at > 0 && !work(at));
  return enter({ ...state, paused: false }, Math.max(0, at), []);
}

/** Past all that is left of this exercise. */
export function skipItem(state) {
  const { item } = stepOf(state) ?? {};
  let at = state.at;
  while (at < state.steps.length && state.steps[at].item === item) at += 1;
  return enter({ ...state, paused: false }, at, []);
}

/** The steps of this exercise give way to those of another form of it, from its beginning. */
export function replaceItem(state, item, steps) {
  const from = state.steps.findIndex((step) => step.item === item);
  const before = state.steps.slice(0, from);
  const after = state.steps.slice(from).filter((step) => step.item !== item);
  const own = steps.map((step) => ({ ...step, item }));
  return enter({ ...state, paused: false, steps: [...before, ...own, ...after] }, from, []);
}

export const toggle = (state) => ({ ...state, paused: !state.paused });
export const pause = (state) => ({ ...state, paused: true });
export const goOn = (state) => ({ ...state, paused: false });

function enter(state, at, events) {
  const moved = { ...state, at, ...FRESH };
  const arrived = isOver(moved) ? { type: "finished" } : { type: "entered", step: stepOf(moved) };
  return [moved, [...events, arrived]];
}
