import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import { hashedName } from "./names.mjs";

const PHASES = ["start", "end"];
const THEMES = ["light", "dark"];
const WIDTHS = [320, 720];
export const FOLDER = "figures";

/**
 * Copies the body, the clips and the stills that figures.json names into `target`, under names that change with what
 * is in them, and gives the manifest's part about them. Copies, not links and not a second folder to serve: one
 * manifest then says where everything is, all of it may be cached for ever, and a server starts without reading a
 * thousand files for their hashes.
 */
export async function copyFigures(source, target) {
  const about = await told(source);
  if (!about) return { body: "", motions: {} };
  await mkdir(join(target, FOLDER), { recursive: true });
  const missing = [];
  const copy = async (file) => {
    try {
      const content = await readFile(join(source, file));
      const name = `${FOLDER}/${hashedName(file.replaceAll("/", "-"), content)}`;
      await writeFile(join(target, name), content);
      return name;
    } catch (fault) {
      if (fault.code !== "ENOENT") throw fault;
      missing.push(file);
      return "";
    }
  };
  const motions = {};
  for (const [key, motion] of Object.entries(about.motions)) motions[key] = await copied(key, motion, copy);
  const body = await copy(about.body.file);
  if (missing.length) throw new Error(`figures.json names files that are not in ${source}:\n  ${missing.join("\n  ")}`);
  await sameBody(about.body, join(source, about.body.file));
  return { body, motions };
}

async function told(source) {
  try {
    return JSON.parse(await readFile(join(source, "figures.json"), "utf8"));
  } catch (fault) {
    if (fault.code === "ENOENT") return null; // a tree without figures: pages draw positions instead
    throw fault;
  }
}

async function copied(key, { title, alt, size, clip, kind = "" }, copy) {
  const stills = {};
  for (const phase of PHASES) {
    for (const theme of THEMES) {
      for (const width of WIDTHS) {
        const name = `${phase}-${theme}-${width}`;
        stills[name] = await copy(`stills/${key}-${name}.avif`);
      }
    }
  }
  return { title, alt, size, kind, clip: await copy(inClips(clip, key)), stills };
}

// "glute_bridge.glb", "clips/glute_bridge.glb", or true where the key says it all.
const inClips = (clip, key) => {
  const file = typeof clip === "string" ? clip : `${key}.glb`;
  return dirname(file) === "." ? `clips/${file}` : file;
};

async function sameBody({ file, sha256 }, path) {
  const found = createHash("sha256").update(await readFile(path)).digest("hex");
  if (sha256 && found !== sha256) throw new Error(`${file} is not the body that figures.json was written for: its sha256 is ${found}`);
}
