import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { entryOf, storedZip } from "./stored_zip.mjs";
import { metadataOf, withMetadata } from "./tflite.mjs";
import { withoutMask } from "./without_mask.mjs";

// BlazePose as its makers publish it (Apache-2.0), found inside two packages. The hashes say that it is theirs.
const FULL = {
  file: "@gymbrosinc/react-native-mediapipe-pose/ios/pose_landmarker_full.task",
  sha256: "4eaa5eb7a98365221087693fcc286334cf0858e2eb6e15b506aa4a7ecdcec4ad",
};
const LITE = {
  file: "@mediapipe/pose/pose_landmark_lite.tflite",
  sha256: "f17bfbecadb61c3be1baa8b8d851cc6619c870a87167b32848ad20db306b9d61",
};
const DETECTOR = "pose_detector.tflite";
const LANDMARKS = "pose_landmarks_detector.tflite";
const ALIGNMENT = 64; // bytes: the loader may map a model into memory where it lies

/**
 * The two models as the landmarker wants them: an archive of the finder of persons and the finder of landmarks, the
 * latter without the mask that it would paint. The lite one is published without the note that pixels go from 0 to 1
 * (mean 0, deviation 255), which the landmarker insists on; the full one has that note, and their inputs are the same.
 */
export async function poseModels(root) {
  const full = await checked(root, FULL);
  const lite = await checked(root, LITE);
  const landmarks = entryOf(full, LANDMARKS);
  const task = (network) => [
    [DETECTOR, entryOf(full, DETECTOR)],
    [LANDMARKS, withoutMask(network)],
  ];
  return {
    "full.task": storedZip(task(landmarks), ALIGNMENT),
    "lite.task": storedZip(task(withMetadata(lite, metadataOf(landmarks))), ALIGNMENT),
  };
}

async function checked(root, { file, sha256 }) {
  const content = await readFile(join(root, "node_modules", file));
  const found = createHash("sha256").update(content).digest("hex");
  if (found !== sha256) throw new Error(`${file} is not the model it should be: its sha256 is ${found}, not ${sha256}`);
  return content;
}
