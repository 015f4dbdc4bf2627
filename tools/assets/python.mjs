import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { storedZip } from "./stored_zip.mjs";

const PYODIDE = "node_modules/pyodide";
const TAKEN = ["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm"];
const LIBRARY = "python_stdlib.zip";
const FROZEN = "python.snapshot";
const HERE = (name) => fileURLToPath(new URL(name, import.meta.url));
const MAKERS = ["freeze_python.mjs", "rehearsal.py"];

/**
 * Writes the Python that the browser runs into a folder below `target`, and gives the folder's name. Pyodide names its
 * own files, so the folder carries the hash: of what they are made from, so that what an `earlier` build froze of the
 * same is taken over.
 *
 * The Python is frozen after it has imported what is in `archive`: to wake it takes a fifth of the time. What it would
 * look up is in it, so neither its library nor its list of packages is sent; Pyodide asks for both, and gets empty ones.
 */
export async function copyPython(root, target, earlier, archive) {
  const source = join(root, PYODIDE);
  const digest = createHash("sha256").update(archive);
  for (const file of [...[...TAKEN, LIBRARY].map((name) => join(source, name)), ...MAKERS.map(HERE)]) digest.update(await readFile(file));
  const folder = `pyodide-${digest.digest("hex").slice(0, 8).toUpperCase()}`;
  const into = join(target, folder);
  await mkdir(into, { recursive: true });
  await Promise.all(TAKEN.map(async (name) => writeFile(join(into, name), await readFile(join(source, name)))));
  const { info } = JSON.parse(await readFile(join(source, "pyodide-lock.json"), "utf8"));
  await writeFile(join(into, "pyodide-lock.json"), JSON.stringify({ info, packages: {} }));
  await writeFile(join(into, LIBRARY), storedZip([]));
  await copyFile(join(earlier, folder, FROZEN), join(into, FROZEN)).catch(() => freeze(source, archive, join(into, FROZEN)));
  return folder;
}

async function freeze(pyodide, archive, to) {
  const packed = `${to}.zip`;
  await writeFile(packed, archive);
  try {
    await promisify(execFile)(process.execPath, [HERE("freeze_python.mjs"), pyodide, packed, to]);
  } finally {
    await rm(packed);
  }
}
