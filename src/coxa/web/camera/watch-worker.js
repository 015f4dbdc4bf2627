// Runs Coxa's own Python, which makes repetitions, holds and cues of landmarks: the same files as `coxa measure`.
import { answering } from "./answering.js";

let python;
let analysis;

answering({
  /** Wakes a Python that was frozen after its imports (tools/assets/python.mjs): no file is read, none compiled. */
  async load({ pyodide, language, words }) {
    const indexURL = new URL(pyodide, self.location.href).href;
    const frozen = fetch(`${indexURL}python.snapshot`).then(unpacked);
    const { loadPyodide } = await import(`${indexURL}pyodide.mjs`);
    python = await loadPyodide({ indexURL, _loadSnapshot: frozen });
    if (words) python.pyimport("in_browser").speak(language, words);
  },

  /** Begins anew: counts are 0, nothing is known of the person. */
  begin: (expected) => begin("Coach", expected),
  /** Likewise for one side of a check. */
  beginCheck: (task) => begin("Checker", task),

  frame: (time, image, world, aspect) => JSON.parse(analysis.frame(time, image, world, aspect)),
  report: () => JSON.parse(analysis.report()),

  // Of a check: whether a try may begin, that one is over, that one does not count, and what they come to.
  hold: () => analysis.hold(),
  go: () => analysis.go(),
  endTry: () => analysis.end_try(),
  drop: (number) => analysis.drop(number),
  proposal: () => JSON.parse(analysis.proposal()),
});

function begin(kind, wanted) {
  analysis?.destroy();
  analysis = python.pyimport("in_browser")[kind](JSON.stringify(wanted));
}

const unpacked = (answer) => new Response(answer.body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
