// Which repetition is worth seeing again: the last one, or the last with something to mend in it. Pure.
import { remembering } from "./remembered.js";

export function worthSeeing() {
  const memory = remembering();
  let [last, faulty] = [null, null];

  function forget() {
    [last, faulty] = [null, null];
    memory.forget();
  }

  return {
    /** One more picture, as eye.js tells of it. */
    saw({ seen, image, size, time }) {
      memory.add({ time, image, angle: seen.angle });
      if (!seen.ended) return;
      const { start_s, end_s } = seen.ended;
      const moments = memory.between(start_s, end_s);
      if (moments.length < 2) return;
      last = { ...seen.ended, moments, view: seen.view, seenShape: size.width / size.height };
      if (last.fault) faulty = last;
    },
    last: () => last,
    faulty: () => faulty ?? last,
    forget,
  };
}
