import { readFile, readdir } from "node:fs/promises";
import { basename, join } from "node:path";

/** One sprite of the chosen Lucide icons and of our own, which are drawn on the same 24 grid with the same pen. */
export async function iconSprite(root, source) {
  const icons = { ...(await chosen(root, source)), ...(await own(join(source, "icons"))) };
  const names = Object.keys(icons).sort();
  const symbols = names.map((name) => `<symbol id="${name}" viewBox="0 0 24 24">${shapes(icons[name])}</symbol>`);
  return { names, text: `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n` };
}

async function chosen(root, source) {
  const names = (await readFile(join(source, "icons/lucide.txt"), "utf8")).split(/\s+/).filter(Boolean);
  const folder = join(root, "node_modules/lucide-static/icons");
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, `${name}.svg`), "utf8")])),
  );
}

async function own(folder) {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".svg"));
  return Object.fromEntries(
    await Promise.all(files.map(async (name) => [basename(name, ".svg"), await readFile(join(folder, name), "utf8")])),
  );
}

const shapes = (svg) =>
  svg
    .replace(/<!--.*?-->/gs, "")
    .replace(/^\s*<svg[^>]*>|<\/svg>\s*$/g, "")
    .replace(/\s+/g, " ")
    .trim();
