// A repetition, or the worst moment of a hold, beside the figure's: both brought to the same time, the same place and the same size. Pure.

const THERE = 0.9; // of the way out: from here it counts as the far end
const PARTS = { out: 0.4, hold: 0.2, back: 0.4 }; // of the time of a replay
const MARGIN = 0.08; // of the picture, left free round the person
const SEEN = 0.5; // as skeleton.js has it: below it a landmark is a guess
const STRIDE = 4; // x, y, z, visibility

/** When it set out, was all the way out, left from there and was back, in seconds. `moments` as remembered.js has them. */
export function waysOf(moments) {
  const known = moments.filter(({ angle }) => angle !== null);
  const out = known.map(({ angle }) => Math.abs(angle - known[0].angle));
  const there = known.filter((_, at) => out[at] >= THERE * Math.max(...out));
  const [start, end] = [moments[0].time, moments.at(-1).time];
  return { start, there: there[0]?.time ?? start, leaves: there.at(-1)?.time ?? end, end };
}

/** The same round the worst moment of a hold: how one got there, the moment itself, which stands still, and back. */
export function waysTo(worst, moments) {
  return { start: moments[0].time, there: worst, leaves: worst, end: Math.max(worst, moments.at(-1).time) };
}

/** Which way, and how far along it, at `share` (0 to 1) of a replay. */
export function beatAt(share) {
  if (share < PARTS.out) return { way: "out", within: share / PARTS.out };
  if (share < PARTS.out + PARTS.hold) return { way: "hold", within: (share - PARTS.out) / PARTS.hold };
  return { way: "back", within: (share - PARTS.out - PARTS.hold) / PARTS.back };
}

/** The moment of the person's repetition at that beat, in seconds. */
export function momentOf({ way, within }, { start, there, leaves, end }) {
  if (way === "out") return between(start, there, within);
  return way === "hold" ? between(there, leaves, within) : between(leaves, end, within);
}

/** The landmarks at `time`, between those of the pictures before and after it. */
export function landmarksAt(moments, time) {
  const after = moments.findIndex((one) => one.time >= time);
  if (after <= 0) return (after ? moments.at(-1) : moments[0]).image;
  const [from, to] = [moments[after - 1], moments[after]];
  const share = (time - from.time) / (to.time - from.time);
  return from.image.map((number, at) => between(number, to.image[at], share));
}

/** Moves and scales all moments alike, so that the person fills a picture of that `shape` (width / height). The one that
 *  was seen had the shape `seen`. */
export function fitted(moments, seen, shape) {
  const { left, right, top, bottom } = boxOf(moments);
  const [wide, high] = [(right - left) * seen, bottom - top]; // in heights of the picture that was seen
  const scale = (1 - 2 * MARGIN) / Math.max(wide / shape, high, 1e-6); // heights of the new one
  const place = (number, at) => {
    if (at % STRIDE === 0) return 0.5 + ((number - (left + right) / 2) * seen * scale) / shape;
    return at % STRIDE === 1 ? 0.5 + (number - (top + bottom) / 2) * scale : number;
  };
  return moments.map((one) => ({ ...one, image: Array.from(one.image, place) }));
}

/** What all landmarks that were seen take of the picture. */
function boxOf(moments) {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const { image } of moments) {
    for (let at = 0; at < image.length; at += STRIDE) {
      if (image[at + 3] < SEEN) continue;
      box.left = Math.min(box.left, image[at]);
      box.right = Math.max(box.right, image[at]);
      box.top = Math.min(box.top, image[at + 1]);
      box.bottom = Math.max(box.bottom, image[at + 1]);
    }
  }
  return Number.isFinite(box.left) ? box : { left: 0, right: 1, top: 0, bottom: 1 };
}

const between = (from, to, share) => from + (to - from) * share;
