import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** The whole licence of every package of which something is in the bundles. */
export async function writeLicences(root, metafile, target) {
  const packages = [...bundledPackages(metafile), "lucide-static"].sort();
  const texts = await Promise.all(packages.map((name) => licenceOf(join(root, "node_modules", name))));
  await writeFile(target, ["Coxa's pages contain parts of the following packages.\n", ...texts].join("\n"));
}

function bundledPackages(metafile) {
  const names = Object.keys(metafile.inputs).map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]);
  return new Set(names.filter(Boolean));
}

async function licenceOf(folder) {
  const about = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const file = (await readdir(folder)).find((name) => /^licen[cs]e/i.test(name));
  if (!file) throw new Error(`${about.name} brings no licence file: it may not be bundled`);
  const text = await readFile(join(folder, file), "utf8");
  return `${"=".repeat(78)}\n${about.name} ${about.version} (${about.license})\n${"=".repeat(78)}\n${text.trim()}\n`;
}
