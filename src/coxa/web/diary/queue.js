// Entries made in this browser: written down here before anything is sent.
import { waitingRows, write } from "./kept.js";

/** `body` as an entry made here and now, kept until the server has it. Returns the entry at once; when it is written
 *  down, "diary:kept" is said. */
export function keep(profile, body, now = new Date()) {
  const entry = {
    id: crypto.randomUUID(),
    at: now.toISOString(),
    day: localDay(now),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC",
    body,
  };
  write({ id: entry.id, profile, entry }).then(() => document.dispatchEvent(new CustomEvent("diary:kept", { detail: entry })));
  return entry;
}

/** How many entries of `profile` the server has not acknowledged yet. */
export const waiting = async (profile) => (await waitingRows()).filter((row) => row.profile === profile).length;

function localDay(now) {
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
