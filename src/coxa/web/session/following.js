// Which moment of a clip belongs to a moment of the session. Pure.

const MOST_CATCHING_UP_S = 1.2; // how long the figure may take to get where the person is
const HARDLY_S = 0.2; // so little before its aim the figure goes back to it, and not once round

/** Seconds into the clip for a beat's {way, within}: each way of the person is that way of the figure. */
export function momentOf({ way, within }, { out_s, hold_s, back_s }) {
  if (way === "out") return within * out_s;
  if (way === "hold") return out_s + within * hold_s;
  if (way === "back") return out_s + hold_s + within * back_s;
  return 0;
}

/** Between two beats, `share` of the way from the first to the second. A clip's end is its start. */
export function between(first, second, share, lasts) {
  const ahead = forward(first, second, lasts);
  // More than half round is backwards: the person began anew. There is nothing between.
  return ahead > lasts / 2 ? second : (first + ahead * Math.min(1, share)) % lasts;
}

/** From `shown` toward `aim`, `seconds` later: always on through the clip, out and then back, never in reverse. At
 *  least at `pace`, in clip seconds a second; sooner where there is a long way to go. */
export function caughtUp(shown, aim, seconds, pace, lasts) {
  const ahead = forward(shown, aim, lasts);
  const step = Math.max(pace, ahead / MOST_CATCHING_UP_S) * seconds;
  return ahead <= step || lasts - ahead < HARDLY_S ? aim : (shown + step) % lasts;
}

/** How far on round the clip `to` lies from `from`, in seconds. */
export const forward = (from, to, lasts) => (((to - from) % lasts) + lasts) % lasts;
