// What lies in this browser for a while: entries on their way to the server, and where a session stands. IndexedDB,
// which a page and the worker share, and which says when something is on the disk.
import { openDB } from "idb";

export const NAME = "coxa";
const ENTRIES = ["waiting", "refused"]; // refused: the server said that something in it is wrong
const RUNNING = "running";

// What could not be written down (a full disk, a browser that keeps nothing) is sent while the page is open.
const inMemory = new Map();
const writing = new Set();
let opening;

function database() {
  opening ??= openDB(NAME, 1, {
    upgrade(created) {
      for (const name of ENTRIES) created.createObjectStore(name, { keyPath: "id" });
      created.createObjectStore(RUNNING, { keyPath: "place" });
    },
    // Erasing, or a newer Coxa in another window, does not wait for this one.
    blocking: (_now, _wanted, event) => {
      event.target.close();
      opening = undefined;
    },
    terminated: () => {
      opening = undefined;
    },
  });
  opening.catch(() => {
    opening = undefined;
  });
  return opening;
}

/** Resolves when everything that `change` asked of the stores is on the disk, or nothing of it. */
async function changed(names, change) {
  const transaction = (await database()).transaction(names, "readwrite", { durability: "strict" });
  const asked = change((name) => transaction.objectStore(name));
  transaction.commit(); // also when the page is closed in this moment
  await Promise.all([...asked, transaction.done]);
}

/** `row`: {id, profile, entry}. Resolves when it is written down, or is at least kept while the page is open. */
export function write(row) {
  inMemory.set(row.id, row);
  const written = changed(["waiting"], (store) => [store("waiting").put(row)]).then(
    () => inMemory.delete(row.id),
    () => false,
  );
  writing.add(written);
  return written.finally(() => writing.delete(written));
}

/** All rows that the server has not acknowledged, oldest first; of everyone who used this browser. */
export async function waitingRows() {
  await Promise.all(writing);
  const written = await rowsIn("waiting");
  const all = new Map([...written, ...inMemory.values()].map((row) => [row.id, row]));
  return [...all.values()].sort(byTime);
}

/** Those that the server refused. */
export const refusedRows = () => rowsIn("refused");

const rowsIn = async (name) => {
  try {
    return await (await database()).getAll(name);
  } catch {
    return []; // a browser that keeps nothing
  }
};

const byTime = (one, other) => compare(one.entry.at, other.entry.at) || compare(one.id, other.id);
const compare = (one, other) => (one < other ? -1 : one > other ? 1 : 0);

/** The server has them. */
export async function remove(rows) {
  for (const { id } of rows) inMemory.delete(id);
  await changed(["waiting"], (store) => rows.map(({ id }) => store("waiting").delete(id)));
}

/** One faulty entry must not hold up the others, and must not be lost either. */
export async function setAside(rows) {
  for (const { id } of rows) inMemory.delete(id);
  await changed(ENTRIES, (store) => rows.flatMap((row) => [store("refused").put(row), store("waiting").delete(row.id)]));
}

export const saveRunning = (running) => changed([RUNNING], (store) => [store(RUNNING).put(running)]);
export const forgetRunning = (place) => changed([RUNNING], (store) => [store(RUNNING).delete(place)]);
export const running = async (place) => (await database()).get(RUNNING, place);

/** Where sessions stand of whoever is not `profile`: another's pages are shown now. */
export async function forgetRunningOfOthers(profile) {
  const places = await (await database()).getAllKeys(RUNNING);
  const others = places.filter((place) => !place.startsWith(`${profile}:`));
  if (others.length) await changed([RUNNING], (store) => others.map((place) => store(RUNNING).delete(place)));
}

/** Everything, also what was never sent. */
export async function forgetAll() {
  inMemory.clear();
  await changed([...ENTRIES, RUNNING], (store) => [...ENTRIES, RUNNING].map((name) => store(name).clear()));
}
