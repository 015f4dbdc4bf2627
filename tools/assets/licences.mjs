import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

// Published without a licence file, under a licence that they name: its text is kept here. Where it must be said
// that a part is under another licence, or where its source is, it stands in NOTES.
const KEPT = { "Apache-2.0": "LICENSE", "MPL-2.0": "tools/assets/licences/MPL-2.0.txt" };
const NOTES = "tools/assets/licences/NOTES.txt";
const PYTHON = "tools/assets/licences/PSF-2.0.txt";

/** The whole licence of every package of which something is in the bundles, or is copied beside them. */
export async function writeLicences(root, metafile, target, copied) {
  const packages = [...new Set([...bundledPackages(metafile), "lucide-static", ...copied])].sort();
  const texts = await Promise.all(packages.map((name) => licenceOf(root, join(root, "node_modules", name))));
  texts.push(await readFile(join(root, NOTES), "utf8"), await readFile(join(root, PYTHON), "utf8"));
  await writeFile(target, ["Coxa's pages contain parts of the following packages.\n", ...texts].join("\n"));
}

function bundledPackages(metafile) {
  const names = Object.keys(metafile.inputs).map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]);
  return new Set(names.filter(Boolean));
}

async function licenceOf(root, folder) {
  const about = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const own = (await readdir(folder)).find((name) => /^licen[cs]e/i.test(name));
  const kept = KEPT[about.license];
  if (!own && !kept) throw new Error(`${about.name} brings no licence file: it may not be bundled`);
  const text = await readFile(own ? join(folder, own) : join(root, kept), "utf8");
  return `${"=".repeat(78)}\n${about.name} ${about.version} (${about.license})\n${"=".repeat(78)}\n${text.trim()}\n`;
}
