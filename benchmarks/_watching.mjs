// The Python that the browser runs, under Node: the fewest seconds for each picture, as JSON. Asked by watching.py:
// node _watching.mjs FOLDER < { "expected": ..., "frames": [[time, [image], [world]], ...], "rounds": n }
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";

const [folder] = process.argv.slice(2);
const { expected, frames, rounds } = JSON.parse(await text(process.stdin));
const began = process.cpuUsage();
const { loadPyodide } = await import(pathToFileURL(join(folder, "pyodide.mjs")));
const frozen = gunzipSync(await readFile(join(folder, "python.snapshot")));
const python = await loadPyodide({ indexURL: `${folder}/`, _loadSnapshot: Promise.resolve(new Uint8Array(frozen)) });
const coach = python.pyimport("in_browser").Coach(JSON.stringify(expected));
const pictures = frames.map(([time, image, world]) => [time, Float32Array.from(image), Float32Array.from(world)]);
const ready = seconds(process.cpuUsage(began));
const lasts = 2 * frames.at(-1)[0] - frames.at(-2)[0]; // to where the first comes again
const least = pictures.map(() => Infinity);
let reps = 0;
for (let round = 0; round < rounds; round += 1) {
  pictures.forEach(([time, image, world], at) => {
    const now = performance.now();
    ({ reps } = JSON.parse(coach.frame(round * lasts + time, image, world, 1)));
    least[at] = Math.min(least[at], (performance.now() - now) / 1000);
  });
}
console.log(JSON.stringify({ ready, reps, least }));

function seconds({ user, system }) {
  return (user + system) / 1e6;
}
