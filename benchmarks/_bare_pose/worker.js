import { PoseLandmarker } from "./vendor/vision_bundle.mjs";

const WASM = "./vendor/wasm/vision_wasm_module_internal";
let landmarker;

self.onmessage = async ({ data: { model, picture, time } }) => {
  if (model) {
    const fileset = { wasmLoaderPath: new URL(`${WASM}.js`, location).href, wasmBinaryPath: new URL(`${WASM}.wasm`, location).href };
    const baseOptions = { modelAssetPath: new URL(model, location).href, delegate: "CPU" };
    landmarker = await PoseLandmarker.createFromOptions(fileset, { baseOptions, runningMode: "VIDEO", numPoses: 1 });
    self.postMessage({});
    return;
  }
  const began = performance.now();
  const { landmarks } = landmarker.detectForVideo(picture, time);
  picture.close();
  self.postMessage({ points: landmarks[0] ?? [], ms: performance.now() - began });
};
