// The worker's side of asking.js: one answer a question, one question after the other.

export function answering(answers) {
  let last = Promise.resolve();
  const reply = async ({ what, values }) => {
    const began = performance.now();
    try {
      const value = await answers[what](...values);
      self.postMessage({ value, ms: performance.now() - began });
    } catch (fault) {
      self.postMessage({ fault: String(fault?.message ?? fault) });
    }
  };
  self.onmessage = ({ data }) => {
    last = last.then(() => reply(data));
  };
}
