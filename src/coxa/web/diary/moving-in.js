// Entries that an earlier Coxa left in localStorage move to where they are kept now: written there before they are
// taken from here, by the same id, so that a page closed in between loses nothing and doubles nothing.
import { setAside, write } from "./kept.js";

const KEY = /^coxa\.(entry|refused):([0-9a-f-]{36}):/;
const SESSION = "coxa.session:"; // where a session stood: good for some hours, not worth moving

export async function moveIn() {
  for (const key of Object.keys(localStorage)) {
    const [, kind, profile] = KEY.exec(key) ?? [];
    if (kind) await moved(key, kind, profile);
    else if (key.startsWith(SESSION)) localStorage.removeItem(key);
  }
}

async function moved(key, kind, profile) {
  const entry = JSON.parse(localStorage.getItem(key));
  const row = { id: entry.id, profile, entry };
  const written = await write(row);
  if (kind === "refused") await setAside([row]);
  if (written) localStorage.removeItem(key);
}
