// Finds the landmarks of a person in a picture. Runs beside the page, so that the page stays quick.
import { PoseLandmarker } from "@mediapipe/tasks-vision";

import { answering } from "./answering.js";

const APART_MS = 1000; // between the last picture of one source and the first of the next
let landmarker;
let last = 0;
let shift = 0;

answering({
  async start({ loader, wasm, model }) {
    landmarker = await PoseLandmarker.createFromOptions(
      { wasmLoaderPath: loader, wasmBinaryPath: wasm },
      { baseOptions: { modelAssetPath: model, delegate: "CPU" }, runningMode: "VIDEO", numPoses: 1 },
    );
  },

  /** The landmarks in the picture (shares of it) and in the room (metres): 132 numbers each, null if there is nobody. */
  look(picture, time) {
    const { landmarks, worldLandmarks } = landmarker.detectForVideo(picture, growing(time));
    picture.close();
    return { image: flat(landmarks[0]), world: flat(worldLandmarks[0]) };
  },
});

function flat(points) {
  if (!points) return null;
  const numbers = new Float32Array(4 * points.length);
  points.forEach(({ x, y, z, visibility }, at) => numbers.set([x, y, z, visibility ?? 0], 4 * at));
  return numbers;
}

/** The landmarker wants times that grow, in milliseconds; a file begins at 0 whatever came before it. */
function growing(time) {
  if (time + shift <= last) shift = last + APART_MS - time;
  last = time + shift;
  return last;
}
