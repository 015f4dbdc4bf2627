import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";

import { hashedName } from "./names.mjs";
import { poseModels } from "./pose_models.mjs";
import { copyPython } from "./python.mjs";
import { storedZip } from "./stored_zip.mjs";

export const CAMERA = "camera";
/** Packages of which the camera page loads files that no bundler has seen, and what their parts are under. */
export const CAMERA_PACKAGES = ["@gymbrosinc/react-native-mediapipe-pose", "@mediapipe/pose", "pyodide"];

const VISION = "node_modules/@mediapipe/tasks-vision/wasm";
// The Python that runs in the browser: the very files that `coxa measure` runs.
const SOURCE = "src";
const WATCHING = ["coxa/language", "coxa/motion/watching", "coxa/anatomy"];
const PACKAGES = ["coxa/__init__.py", "coxa/motion/__init__.py"];
const BRIDGE = "src/coxa/web/camera/in_browser.py";

/** Copies what the camera page runs into `target`, and gives the manifest's part about it; `earlier` is the last build. */
export async function copyCamera(root, target, earlier) {
  const folder = join(target, CAMERA);
  await mkdir(folder, { recursive: true });
  const files = {};
  const write = async (name, content) => {
    const hashed = `${CAMERA}/${hashedName(name, content)}`;
    await writeFile(join(target, hashed), content);
    files[`${CAMERA}/${name}`] = hashed;
  };
  await write("vision.js", await readFile(join(root, VISION, "vision_wasm_module_internal.js")));
  await write("vision.wasm", await readFile(join(root, VISION, "vision_wasm_module_internal.wasm")));
  for (const [name, model] of Object.entries(await poseModels(root))) await write(name, model);
  const archive = storedZip(await pythonFiles(root));
  await write("watching.zip", archive); // for whoever wants to read what was frozen; no page loads it
  files[`${CAMERA}/pyodide`] = `${CAMERA}/${await copyPython(root, folder, join(earlier, CAMERA), archive)}/`;
  return files;
}

async function pythonFiles(root) {
  const source = join(root, SOURCE);
  const found = await Promise.all(WATCHING.map((name) => within(join(source, name))));
  const paths = [...PACKAGES.map((name) => join(source, name)), ...found.flat()].sort();
  const entries = await Promise.all(paths.map(async (path) => [relative(source, path), await readFile(path)]));
  return [...entries, ["in_browser.py", await readFile(join(root, BRIDGE))]];
}

const within = async (folder) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((one) => one.isFile() && /\.(py|toml|csv|json)$/.test(one.name))
    .map((one) => join(one.parentPath ?? one.path, one.name));
