// Where one looks from, as numbers. Yaw 0 sees the person's front, + their left; pitch is + from above. Degrees. Pure.

export const VIEWS = { front: { yaw: 0, pitch: 10 }, side: { yaw: 90, pitch: 10 }, top: { yaw: 0, pitch: 80 } };

export const FIELD_DEG = 24; // of the longer side, as the stills are taken
const MARGIN = 0.05; // of each side, left free round the figure
const LOWEST = 0; // from below there is nothing to see
const HIGHEST = 85;
const NEARLY = 0.05; // degrees: closer than this is there
const QUICK_S = 0.12; // a turn to a named view is mostly done after this

export const turned = ({ yaw, pitch }, right, up) => ({
  yaw: around(yaw + right),
  pitch: Math.min(HIGHEST, Math.max(LOWEST, pitch + up)),
});

export const same = (a, b) => Math.abs(around(a.yaw - b.yaw)) < NEARLY && Math.abs(a.pitch - b.pitch) < NEARLY;

/** Part of the way from one view to another, the short way round, after `seconds`. */
export function toward(from, to, seconds) {
  if (same(from, to)) return to;
  const share = 1 - Math.exp(-seconds / QUICK_S);
  return { yaw: around(from.yaw + around(to.yaw - from.yaw) * share), pitch: from.pitch + (to.pitch - from.pitch) * share };
}

/** Right, up and forward of someone who looks from there, each [x, y, z]. */
export function axesOf({ yaw, pitch }) {
  const [sin, cos] = [Math.sin(radians(yaw)), Math.cos(radians(yaw))];
  const [above, level] = [Math.sin(radians(pitch)), Math.cos(radians(pitch))];
  return [
    [cos, 0, -sin],
    [-sin * above, level, -cos * above],
    [-sin * level, -above, -cos * level],
  ];
}

/** The eye [x, y, z] nearest to `balls` (x, y, z, radius; flat) that has all of them in a picture of this width and
 *  height. A point (u, v, w) along right, up, forward is in it if |u - middle| <= reach (away + w): straight lines, so
 *  the two that touch the frame on either side give middle and distance at once. */
export function eyeFor(view, balls, width, height) {
  const axes = axesOf(view);
  const [right, up, forward] = axes;
  const tangent = Math.tan(radians(FIELD_DEG / 2)) * (1 - 2 * MARGIN);
  const long = Math.max(width, height);
  const across = extent(balls, right, forward, (tangent * width) / long);
  const along = extent(balls, up, forward, (tangent * height) / long);
  const away = Math.max(across.away, along.away);
  return [0, 1, 2].map((i) => across.middle * right[i] + along.middle * up[i] - away * forward[i]);
}

function extent(balls, side, forward, reach) {
  let [high, low] = [-Infinity, -Infinity];
  for (let i = 0; i < balls.length; i += 4) {
    const [x, y, z] = [balls[i], balls[i + 1], balls[i + 2]];
    const u = x * side[0] + y * side[1] + z * side[2];
    const w = (x * forward[0] + y * forward[1] + z * forward[2]) * reach;
    high = Math.max(high, u + balls[i + 3] - w);
    low = Math.max(low, -u + balls[i + 3] - w);
  }
  return { middle: (high - low) / 2, away: (high + low) / 2 / reach };
}

/** The field of the picture's height, as three.js wants it. */
export function fieldOfHeight(width, height) {
  const half = Math.tan(radians(FIELD_DEG / 2)) * Math.min(1, height / width);
  return (Math.atan(half) * 360) / Math.PI;
}

const radians = (degrees) => (degrees * Math.PI) / 180;
const around = (degrees) => ((((degrees + 180) % 360) + 360) % 360) - 180;
