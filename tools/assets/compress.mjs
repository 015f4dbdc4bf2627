import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const WORTH_IT = /\.(js|css|svg|glb)$/; // fonts and pictures are compressed as they are

/** A .br and a .gz beside every file that gets smaller by it: the server never compresses while someone waits. */
export async function compressAll(folder) {
  const names = await readdir(folder).catch((fault) => {
    if (fault.code === "ENOENT") return []; // there are no figures
    throw fault;
  });
  for (const name of names) {
    if (!WORTH_IT.test(name)) continue;
    const content = await readFile(join(folder, name));
    const hint = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
    await writeFile(join(folder, `${name}.br`), brotliCompressSync(content, { params: hint }));
    await writeFile(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }));
  }
}
