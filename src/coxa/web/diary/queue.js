// Entries on their way to the server. Each has its own key, so that two windows never overwrite each other;
// it is written before anything is sent, and removed only when the server said that it is on its disk.

const PREFIX = "coxa.entry:";
const REFUSED = "coxa.refused:";
const MOST = 200;

/** `body` as an entry made here and now, kept until the server has it. Returns the entry. */
export function keep(profile, body, now = new Date()) {
  const entry = {
    id: crypto.randomUUID(),
    at: now.toISOString(),
    day: localDay(now),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC",
    body,
  };
  localStorage.setItem(`${PREFIX}${profile}:${entry.at}:${entry.id}`, JSON.stringify(entry));
  document.dispatchEvent(new CustomEvent("diary:kept", { detail: entry }));
  return entry;
}

/** How many entries of `profile` the server has not acknowledged yet. */
export const waiting = (profile) => keysOf(profile).length;

/** Sends what waits. "saved", "nothing", "later" (no answer), or "closed" (the door must be opened again). */
export async function send(address, profile, csrf) {
  const keys = keysOf(profile).slice(0, MOST);
  if (!keys.length) return "nothing";
  const answer = await post(address, profile, csrf, keys);
  if (!answer) return "later";
  if (answer.status === 422) return setAside(keys, await faultsOf(answer)) ? "more" : "later";
  if (answer.status === 403 || answer.status === 409) return "closed";
  if (!(await isAcknowledged(answer))) return "later";
  keys.forEach((key) => localStorage.removeItem(key));
  return waiting(profile) ? "more" : "saved";
}

async function post(address, profile, csrf, keys) {
  try {
    return await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": csrf, "X-Coxa-Profile": profile },
      body: `[${keys.map((key) => localStorage.getItem(key)).join(",")}]`,
    });
  } catch {
    return null; // no network, or no server
  }
}

// An answer that is not Coxa's own (a page in between) acknowledges nothing.
async function isAcknowledged(answer) {
  if (!answer.ok) return false;
  const said = await answer.json().catch(() => ({}));
  return Number.isInteger(said.stored) && Number.isInteger(said.known);
}

async function faultsOf(answer) {
  const said = await answer.json().catch(() => ({}));
  return said.faults ?? [];
}

// One faulty entry must not hold up the others, and must not be lost either.
function setAside(keys, faults) {
  const faulty = new Set(faults.map((one) => Number.parseInt(one.field, 10)).filter((n) => n < keys.length));
  for (const n of faulty) {
    localStorage.setItem(keys[n].replace(PREFIX, REFUSED), localStorage.getItem(keys[n]));
    localStorage.removeItem(keys[n]);
  }
  return faulty.size > 0;
}

function keysOf(profile) {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(`${PREFIX}${profile}:`))
    .sort();
}

function localDay(now) {
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
