// A session as a machine of its steps: pure, without clock, page or sound. Every function takes a state and gives
// [state, events]. Events say what happened: entered, set_done, finished.

/** Steps are played in order; `at` is the one that is on, `elapsed` the milliseconds spent in it. */
export const begin = (steps, at = 0) => ({ steps, at: Math.min(at, steps.length), elapsed: 0, paused: false });

export const stepOf = (state) => state.steps[state.at] ?? null;
export const isOver = (state) => state.at >= state.steps.length;
const lastsMs = (step) => (step.waits ? Infinity : step.seconds * 1000);

/** The share of the step that is over, 0 to 1; 0 where it waits for a tap. */
export const shareOf = (state) => {
  const step = stepOf(state);
  return step && Number.isFinite(lastsMs(step)) ? Math.min(1, state.elapsed / lastsMs(step)) : 0;
};

/** Time passes. A page that slept goes on with what it missed, but never past a step that waits. */
export function tick(state, ms) {
  if (state.paused || isOver(state)) return [state, []];
  const lasts = lastsMs(stepOf(state));
  const elapsed = state.elapsed + ms;
  if (elapsed < lasts) return [{ ...state, elapsed }, []];
  const [onward, events] = next(state);
  // The rest of the time belongs to the step after, where there is one that runs by itself.
  const [later, more] = tick(onward, elapsed - lasts);
  return [later, [...events, ...more]];
}

/** On to the step after. A set counts as done, also where the person was quicker than the count. */
export function next(state) {
  if (isOver(state)) return [state, []];
  const step = stepOf(state);
  const done = step.kind === "work" ? [{ type: "set_done", step, seconds: state.elapsed / 1000 }] : [];
  return enter({ ...state, paused: false }, state.at + 1, done);
}

/** Back to the start of this step, or of the set before where this one has hardly begun. */
export function back(state, hardlyMs = 3000) {
  const work = (n) => state.steps[n]?.kind === "work" || state.steps[n]?.waits;
  const fresh = state.elapsed < hardlyMs || !work(state.at);
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
  const moved = { ...state, at, elapsed: 0 };
  const arrived = isOver(moved) ? { type: "finished" } : { type: "entered", step: stepOf(moved) };
  return [moved, [...events, arrived]];
}
