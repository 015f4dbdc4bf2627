// Bundles what the pages load into src/coxa/web/static/built/: hashed names, compressed copies, and a manifest
// that Django reads, so that starting Coxa collects nothing. Run by `make assets`.
import { build } from "esbuild";
import { rmSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

import { CAMERA, CAMERA_PACKAGES, copyCamera } from "./assets/camera.mjs";
import { compressAll } from "./assets/compress.mjs";
import { copyFigures, FOLDER } from "./assets/figures.mjs";
import { hashedName } from "./assets/names.mjs";
import { writeLicences } from "./assets/licences.mjs";
import { tables } from "./assets/palette.mjs";
import { iconSprite } from "./assets/sprite.mjs";
import { bundleWorker } from "./assets/worker.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(root, "src/coxa/web/assets");
const figures = join(root, "src/coxa/motion/figures");
const target = join(root, "src/coxa/web/static/built");
// Everything is made beside the target and moved in one step: a server never sees half a build.
const fresh = `${target}.${process.pid}`;
process.on("exit", () => rmSync(fresh, { recursive: true, force: true })); // what failed half-way is not left

const STYLES = ["app.css", "asking.css", "reading.css", "moving.css", "style-guide.css"];
// camera-pose.js and camera-watch.js are workers: each runs by itself.
const ENTRIES = ["app.js", "player.js", "figures.js", "camera.js", "camera-pose.js", "camera-watch.js", "htmx.js", ...STYLES];

async function bundle() {
  const result = await build({
    absWorkingDir: root,
    entryPoints: ENTRIES.map((name) => join(source, name)),
    outdir: fresh,
    bundle: true,
    minify: true,
    splitting: true,
    format: "esm",
    target: ["es2022", "chrome109", "firefox115", "safari16.4"],
    entryNames: "[name]-[hash]",
    chunkNames: "chunk-[hash]",
    assetNames: "[name]-[hash]",
    loader: { ".woff2": "file", ".svg": "file" },
    plugins: [tables],
    nodePaths: [join(root, "node_modules")], // for what is imported from a feature's own folder
    legalComments: "none", // the licences are written whole to LICENCES.txt
    metafile: true,
    logLevel: "warning",
  });
  return result.metafile;
}

function bundledNames(metafile) {
  const names = {};
  for (const [path, output] of Object.entries(metafile.outputs)) {
    const name = output.entryPoint && relative(source, join(root, output.entryPoint));
    if (ENTRIES.includes(name)) names[name] = relative(fresh, join(root, path));
  }
  return names;
}

/** What the scripts of any page load by themselves, when they need it. */
function laterOf(metafile, entries) {
  const reached = new Set();
  const reach = (path, isLater) => {
    if (reached.has(path)) return;
    if (isLater) reached.add(path);
    for (const one of metafile.outputs[path].imports) if (one.path in metafile.outputs) reach(one.path, isLater || one.kind === "dynamic-import");
  };
  const names = bundledNames(metafile);
  for (const entry of entries) reach(relative(root, join(fresh, names[entry])), false);
  return [...reached].map((path) => relative(fresh, join(root, path)));
}

/** The chunks that each entry needs before it can run, for the page to ask for all of them at once. */
function importsOf(metafile) {
  const needed = {};
  const gather = (path, into) => {
    for (const one of metafile.outputs[path].imports) {
      const name = relative(fresh, join(root, one.path));
      if (one.kind !== "import-statement" || into.has(name)) continue;
      into.add(name);
      gather(one.path, into);
    }
    return into;
  };
  for (const [name, file] of Object.entries(bundledNames(metafile))) {
    if (name.endsWith(".js")) needed[name] = [...gather(relative(root, join(fresh, file)), new Set())];
  }
  return needed;
}

function fontName(metafile) {
  const path = Object.keys(metafile.outputs).find((name) => /figtree-latin-wght-normal-.*\.woff2$/.test(name));
  return relative(fresh, join(root, path));
}

/** The icons of the app on a home screen, drawn by tools/app_icons.py. */
async function copyIcons(folder, into) {
  const names = {};
  for (const name of await readdir(folder)) {
    const content = await readFile(join(folder, name));
    names[name] = hashedName(name, content);
    await writeFile(join(into, names[name]), content);
  }
  return names;
}

await mkdir(fresh, { recursive: true });
const metafile = await bundle();
const sprite = await iconSprite(root, source);
const spriteName = hashedName("icons.svg", sprite.text);
await writeFile(join(fresh, spriteName), sprite.text);
const mark = await readFile(join(source, "icon.svg"), "utf8");
const markName = hashedName("icon.svg", mark);
await writeFile(join(fresh, markName), mark);
const muscles = await readFile(join(root, "src/coxa/web/muscles/map/muscles.svg"), "utf8");
const musclesName = hashedName("muscles.svg", muscles);
await writeFile(join(fresh, musclesName), muscles);
const app = await copyIcons(join(source, "app-icons"), fresh);
const camera = await copyCamera(root, fresh, target);
const manifest = {
  files: {
    ...bundledNames(metafile),
    "icon.svg": markName,
    "icons.svg": spriteName,
    "muscles.svg": musclesName,
    "font.woff2": fontName(metafile),
    "worker.js": await bundleWorker(root, fresh),
    ...app,
    ...camera,
  },
  imports: importsOf(metafile),
  later: laterOf(metafile, ["app.js", "player.js"]),
  icons: sprite.names,
  figures: await copyFigures(figures, fresh),
};
await writeFile(join(fresh, "manifest.json"), JSON.stringify(manifest, null, 1));
await writeLicences(root, metafile, join(fresh, "LICENCES.txt"), CAMERA_PACKAGES);
for (const part of ["", FOLDER, CAMERA, camera[`${CAMERA}/pyodide`]]) await compressAll(join(fresh, part), join(target, part));
await rm(target, { recursive: true, force: true });
await rename(fresh, target);
