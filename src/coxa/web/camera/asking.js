// Asks a worker, and waits for its answer. Answers come in the order of the questions.

export function asking(address) {
  const worker = new Worker(address, { type: "module" });
  const waiting = [];
  const failed = (why) => waiting.splice(0).forEach(({ reject }) => reject(new Error(why)));
  worker.onmessage = ({ data }) => {
    const { resolve, reject } = waiting.shift();
    if (data.fault) reject(new Error(data.fault));
    else resolve(data);
  };
  worker.onerror = (event) => failed(event.message || "the worker could not be loaded");
  return {
    ask: async (what, ...values) => (await send(what, values, [])).value,
    /** Likewise, and how many milliseconds the worker took: { value, ms }. `parts` are given away with the question. */
    timed: (parts, what, ...values) => send(what, values, parts),
    end: () => {
      worker.terminate();
      failed("ended");
    },
  };

  function send(what, values, parts) {
    return new Promise((resolve, reject) => {
      waiting.push({ resolve, reject });
      worker.postMessage({ what, values }, parts);
    });
  }
}
