// Who leads a set: the camera, or the clock where the camera is of no use. Pure.

const BLIND_MS = 4000; // our choice: not seen for so long, the clock goes on
const STILL_MS = 20_000; // our choice: seen, but nothing to count for so long; perhaps what is done is not recognised
const MOVES = 0.25; // of the range: less is standing about

/** At the beginning of a set, or when looking begins. Times in milliseconds. */
export const watched = (now, seenAt = -Infinity) => ({ seenAt, movedAt: now });

/** After one more picture, with what was `seen` in it. */
export function looked(lead, seen, now) {
  const visible = seen.angle !== null || seen.in_position;
  const moves = seen.share > MOVES || seen.in_position || Boolean(seen.ended);
  return { seenAt: visible ? now : lead.seenAt, movedAt: moves ? now : lead.movedAt };
}

/** "" while the camera leads; else why it does not: "unseen" or "still". */
export function without(lead, now) {
  if (now - lead.seenAt > BLIND_MS) return "unseen";
  return now - lead.movedAt > STILL_MS ? "still" : "";
}
