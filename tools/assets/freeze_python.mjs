// Freezes a Python that has imported what the camera page needs: node freeze_python.mjs PYODIDE ARCHIVE TARGET
// A process of its own, as it stops the clock and the dice: the same files have to make the same build.
import nodeCrypto from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const [pyodide, archive, target] = process.argv.slice(2);
const HOME = "/coxa";
const THEN = Date.UTC(2023, 0, 1); // as in the archives of stored_zip.mjs

stopTheClock();
// Where WebAssembly can do it, Python calls C by a function that is added to the program's table. A frozen one must not
// rest on that, as it may wake where it cannot be done. Pyodide does without on this:
Object.defineProperty(globalThis, "navigator", { value: { userAgent: "iPhone" }, configurable: true });
process.argv[1] = "coxa"; // Python keeps the name of the program
const { loadPyodide } = await import(pathToFileURL(join(pyodide, "pyodide.mjs")));
const python = await loadPyodide({
  indexURL: `${pyodide}/`,
  env: { HOME: "/home/pyodide", PYTHONHASHSEED: "0" },
  _makeSnapshot: true,
});
python.unpackArchive(new Uint8Array(await readFile(archive)), "zip", { extractDir: HOME });
python.runPython(await readFile(join(dirname(fileURLToPath(import.meta.url)), "rehearsal.py"), "utf8"), { globals: python.toPy({}) });
await writeFile(target, gzipSync(python.makeMemorySnapshot(), { level: 9 }));

function stopTheClock() {
  const { Date: Real } = globalThis;
  globalThis.Date = class extends Real {
    constructor(...values) {
      super(...(values.length ? values : [THEN]));
    }
    static now = () => THEN;
  };
  performance.now = () => 0;
  process.hrtime.bigint = () => 0n;
  Math.random = () => 0.5;
  const fill = (array) => array.fill(7);
  globalThis.crypto.getRandomValues = fill;
  nodeCrypto.randomFillSync = fill;
}
