// Breathing, in and out in four seconds, for who holds still. Pure but for what it remembers of the last moment.

const BREATH_S = 4;
const SETTLES_S = 0.6; // breathing sets in and fades, it does not start with a jerk

/** Gives a function of (seconds since last asked, whether to breathe) that says how full the chest is, 0 to 1. */
export function breathing() {
  let depth = 0;
  let clock = 0;
  return (seconds, on) => {
    depth += ((on ? 1 : 0) - depth) * (1 - Math.exp(-seconds / SETTLES_S));
    clock = depth < 0.01 ? 0 : clock + seconds;
    return depth * (0.5 - 0.5 * Math.cos((2 * Math.PI * clock) / BREATH_S));
  };
}
