// Runs Coxa's own Python, which makes repetitions, holds and cues of landmarks: the same files as `coxa measure`.
import { answering } from "./answering.js";

const HOME = "/coxa";
let python;
let coach;

answering({
  async load({ pyodide, watching }) {
    const archive = fetch(watching).then((answer) => answer.arrayBuffer());
    const indexURL = new URL(pyodide, self.location.href).href;
    const { loadPyodide } = await import(`${indexURL}pyodide.mjs`);
    python = await loadPyodide({ indexURL });
    python.unpackArchive(await archive, "zip", { extractDir: HOME });
    python.runPython(`import sys; sys.path.insert(0, "${HOME}"); import in_browser`);
  },

  /** Begins anew: counts are 0, nothing is known of the person. */
  begin(expected) {
    coach?.destroy();
    coach = python.pyimport("in_browser").Coach(JSON.stringify(expected));
  },

  frame: (time, image, world, aspect) => JSON.parse(coach.frame(time, image, world, aspect)),
  report: () => JSON.parse(coach.report()),
});
