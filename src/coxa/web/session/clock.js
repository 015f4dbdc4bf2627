// The clock of a session. While sound runs it is the sound card's, by which the chimes are sounded ahead: a page in the
// background hears its own timers late, that clock neither waits nor drifts. Else it is the page's. Pure.

const STOOD_STILL_MS = 250; // our choice: so far apart, the sound was interrupted and not just a little late

/** `sound()`: seconds, or null while no sound runs. `system()`: milliseconds; never back. Gives a function that says
 *  what has passed since it was last asked: {ms, heard}; `heard`: the sound ran on all that time. */
export function clockOf(sound, system) {
  let last = { seen: system(), heard: sound(), now: 0 };
  let ahead = -1000 * last.heard; // of the sound's clock, in milliseconds

  return () => {
    const [seen, heard] = [system(), sound()];
    const bySystem = last.now + (seen - last.seen);
    let now = bySystem;
    let followed = false;
    if (heard !== null) {
      const bySound = 1000 * heard + ahead;
      followed = last.heard !== null && Math.abs(bySound - bySystem) < STOOD_STILL_MS;
      if (followed) now = Math.max(last.now, bySound);
      else ahead = bySystem - 1000 * heard;
    }
    const ms = now - last.now;
    last = { seen, heard, now };
    return { ms, heard: followed };
  };
}
