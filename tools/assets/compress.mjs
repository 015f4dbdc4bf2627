import { copyFile, readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const WORTH_IT = /\.(js|mjs|css|svg|glb|json|wasm|task|zip)$/; // fonts and pictures are compressed as they are

const ENOUGH = 0.8; // our choice: what saves less than a fifth is sent as it is

const PACKED = ["br", "gz"];

/**
 * A .br and a .gz beside every file that gets smaller by it: the server never compresses while someone waits. What
 * stands unchanged in `earlier`, the folder of the last build, is packed already.
 */
export async function compressAll(folder, earlier) {
  const names = await readdir(folder).catch((fault) => {
    if (fault.code === "ENOENT") return []; // there are no figures
    throw fault;
  });
  for (const name of names) {
    if (!WORTH_IT.test(name)) continue;
    const content = await readFile(join(folder, name));
    if (await same(content, join(earlier, name))) await takeOver(join(earlier, name), join(folder, name));
    else await compress(content, join(folder, name));
  }
}

async function compress(content, path) {
  const small = brotliCompressSync(content, { params: howHard(content.length) });
  if (small.length > ENOUGH * content.length) return; // a model's numbers: two copies for nothing
  await writeFile(`${path}.br`, small);
  await writeFile(`${path}.gz`, gzipSync(content, { level: 9 }));
}

async function same(content, path) {
  const before = await readFile(path).catch(() => null);
  return before?.equals(content) ?? false;
}

/** What was not worth it is not there, now as before. */
const takeOver = (from, to) => Promise.allSettled(PACKED.map((one) => copyFile(`${from}.${one}`, `${to}.${one}`)));

// The best that brotli can do takes half a minute for what is large, and saves a tenth of it.
const LARGE = 1_000_000;

const howHard = (size) => ({
  [constants.BROTLI_PARAM_SIZE_HINT]: size,
  [constants.BROTLI_PARAM_QUALITY]: size > LARGE ? 9 : constants.BROTLI_MAX_QUALITY,
  ...(size > LARGE && { [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS }),
});
