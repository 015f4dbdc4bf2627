import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const WORTH_IT = /\.(js|mjs|css|svg|glb|json|wasm|task|zip)$/; // fonts and pictures are compressed as they are

const ENOUGH = 0.8; // our choice: what saves less than a fifth is sent as it is

/** A .br and a .gz beside every file that gets smaller by it: the server never compresses while someone waits. */
export async function compressAll(folder) {
  const names = await readdir(folder).catch((fault) => {
    if (fault.code === "ENOENT") return []; // there are no figures
    throw fault;
  });
  for (const name of names) {
    if (!WORTH_IT.test(name)) continue;
    const content = await readFile(join(folder, name));
    const small = brotliCompressSync(content, { params: howHard(content.length) });
    if (small.length > ENOUGH * content.length) continue; // a model's numbers: two copies for nothing
    await writeFile(join(folder, `${name}.br`), small);
    await writeFile(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }));
  }
}

// The best that brotli can do takes half a minute for what is large, and saves a tenth of it.
const LARGE = 1_000_000;

const howHard = (size) => ({
  [constants.BROTLI_PARAM_SIZE_HINT]: size,
  [constants.BROTLI_PARAM_QUALITY]: size > LARGE ? 9 : constants.BROTLI_MAX_QUALITY,
  ...(size > LARGE && { [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS }),
});
