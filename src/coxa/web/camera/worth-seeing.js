// What is worth seeing again: the last repetition, or the last with something to mend in it; of a hold the moments round
// its worst one. Pure.
import { remembering } from "./remembered.js";

const AROUND_S = 1.5; // our choice: long enough to see how one got there, and back

export function worthSeeing() {
  const memory = remembering();
  let [last, faulty, held] = [null, null, null];

  function forget() {
    [last, faulty, held] = [null, null, null];
    memory.forget();
  }

  function repeated(ended, about) {
    const moments = memory.between(ended.start_s, ended.end_s);
    if (moments.length < 2) return;
    last = { ...ended, ...about, moments };
    if (last.fault) faulty = last;
  }

  /** A hold was worse just now than before, or this is soon after its worst moment. */
  function holding(hold, now, about) {
    if (hold && hold.worst_s !== held?.worst_s) held = { ...hold, ...about, moments: memory.between(hold.worst_s - AROUND_S, now.time) };
    else if (held && now.image && now.time <= held.worst_s + AROUND_S) held.moments.push(now);
  }

  const ofHold = () => (held?.moments.length > 1 ? held : null);

  return {
    /** One more picture, as eye.js tells of it. */
    saw({ seen, image, size, time }) {
      const now = { time, image, angle: seen.angle };
      const about = { view: seen.view, seenShape: size.width / size.height };
      memory.add(now);
      if (seen.ended) repeated(seen.ended, about);
      holding(seen.hold, now, about);
    },
    last: () => last ?? ofHold(),
    faulty: () => faulty ?? ofHold() ?? last,
    forget,
  };
}
