// Where a session stands, kept on this device so that a reload goes on in the same set.

const PREFIX = "coxa.session:";
const USELESS_AFTER_MS = 6 * 3600 * 1000;

export const save = (place, running) =>
  localStorage.setItem(PREFIX + place, JSON.stringify({ ...running, saved_at: Date.now() }));

/** What was saved at `place` (profile and key of the session) in the last hours, or null. */
export function saved(place) {
  try {
    const running = JSON.parse(localStorage.getItem(PREFIX + place));
    return running && Date.now() - running.saved_at < USELESS_AFTER_MS ? running : null;
  } catch {
    return null;
  }
}

export const forget = (place) => localStorage.removeItem(PREFIX + place);
