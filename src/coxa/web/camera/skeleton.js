// Draws what the model sees of a person over the picture, in the colours of the figure.
import palette from "../../motion/picture/palette.toml";

const SEEN = 0.5; // our choice: below it a landmark is a guess, and is drawn faintly
const { top, shorts, skin, shoes } = palette.materials;
const SIDES = { left: 0, right: 1 };
// Pairs of BlazePose's 33 landmarks; the left one of each, the right one follows.
const LIMBS = [
  [23, 25, shorts],
  [25, 27, skin],
  [27, 29, shoes],
  [29, 31, shoes],
  [27, 31, shoes],
  [11, 13, top],
  [13, 15, skin],
];
const TRUNK = [
  [11, 12, top],
  [11, 23, top],
  [12, 24, top],
  [23, 24, shorts],
];
const BONES = [...LIMBS.flatMap(([from, to, colour]) => Object.values(SIDES).map((side) => [from + side, to + side, colour])), ...TRUNK];
const JOINTS = [...new Set(BONES.flatMap(([from, to]) => [from, to]))];

/** `image`: 132 numbers, shares of the picture; null wipes the canvas. */
export function drawSkeleton(canvas, image, { width, height }) {
  const scale = Math.max(1, Math.min(2, 960 / width));
  const [wide, high] = [Math.round(width * scale), Math.round(height * scale)];
  if (canvas.width !== wide || canvas.height !== high) Object.assign(canvas, { width: wide, height: high });
  const pen = canvas.getContext("2d");
  pen.clearRect(0, 0, wide, high);
  if (!image) return;
  const place = (at) => [image[4 * at] * wide, image[4 * at + 1] * high];
  const seen = (...points) => points.every((at) => image[4 * at + 3] >= SEEN);
  pen.lineCap = "round";
  const thick = Math.max(4, Math.min(wide, high) / 70);
  for (const [from, to, colour] of BONES) {
    pen.globalAlpha = seen(from, to) ? 1 : 0.3;
    // A light edge first: dark trousers on a dark sofa are still told from each other.
    stroke(pen, place(from), place(to), "#fffdf8", thick * 1.7);
    stroke(pen, place(from), place(to), colour.dark, thick);
  }
  for (const at of JOINTS) {
    pen.globalAlpha = seen(at) ? 1 : 0.3;
    dot(pen, place(at), thick * 0.9);
  }
  pen.globalAlpha = 1;
}

/** Rings round `points` (places in the row of landmarks) of what was drawn, in the colour that asks for care. */
export function markPoints(canvas, image, points) {
  const { width, height } = canvas;
  const pen = canvas.getContext("2d");
  pen.strokeStyle = getComputedStyle(canvas).getPropertyValue("--care-mark");
  pen.lineWidth = Math.max(5, Math.min(width, height) / 50);
  for (const at of points) {
    pen.beginPath();
    pen.arc(image[4 * at] * width, image[4 * at + 1] * height, 2.6 * pen.lineWidth, 0, 2 * Math.PI);
    pen.stroke();
  }
}

function stroke(pen, from, to, colour, width) {
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.beginPath();
  pen.moveTo(...from);
  pen.lineTo(...to);
  pen.stroke();
}

function dot(pen, [x, y], radius) {
  pen.fillStyle = "#fffdf8";
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fill();
}
