// Where a session stands, kept on this device so that a reload goes on in the same set.
import { forgetRunning, running, saveRunning } from "../diary/kept.js";

const USELESS_AFTER_MS = 6 * 3600 * 1000; // our choice

export const save = (place, state) => saveRunning({ ...state, place, saved_at: Date.now() }).catch(() => {});

/** What was saved at `place` (profile and key of the session) in the last hours, or null. */
export async function saved(place) {
  const found = await running(place).catch(() => null);
  return found && Date.now() - found.saved_at < USELESS_AFTER_MS ? found : null;
}

export const forget = (place) => forgetRunning(place).catch(() => {});
