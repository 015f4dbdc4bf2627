// Sends what waits: from a page, or from the worker when no page is open. An entry leaves this browser only when the
// server said that it is on its disk; sent again, the server knows its id.
import { remove, setAside, waitingRows } from "./kept.js";

const LOCK = "coxa.diary"; // one window at a time
const MOST = 200; // entries at once
const PATIENCE_MS = 20_000; // a line that says nothing for so long is not there

/** Sends everything, each entry to the diary of whose it is. `csrf`: the page's, if there is a page.
 *  "saved", "nothing" (there was nothing), "later" (no answer), or "closed" (the door must be opened again). */
export function send(address, csrf = "") {
  const work = () => sendAll(address, csrf).catch(() => "later");
  return navigator.locks ? navigator.locks.request(LOCK, work) : work();
}

async function sendAll(address, csrf) {
  for (let state = "nothing", token = csrf; ; ) {
    const rows = ofOne(await waitingRows());
    if (!rows.length) return state;
    let answer = token && (await post(address, token, rows));
    if (!answer || answer.status === 403) {
      // A page that lay in this browser for a while has a token that is not good any more.
      token = await tokenFrom(address);
      if (!token) return "closed";
      answer = await post(address, token, rows);
    }
    state = await heard(answer, rows);
    if (state !== "saved") return state;
  }
}

/** The first that wait, of one person. */
const ofOne = (rows) => rows.filter((row) => row.profile === rows[0].profile).slice(0, MOST);

function post(address, token, rows) {
  return fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": token, "X-Coxa-Profile": rows[0].profile },
    body: JSON.stringify(rows.map((row) => row.entry)),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
}

/** A fresh token, or "" where the door is closed. */
async function tokenFrom(address) {
  const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (answer.status === 403) return "";
  return (await answer.json()).csrf;
}

async function heard(answer, rows) {
  if (answer.status === 403) return "closed";
  if (answer.status === 410) return done(remove(rows)); // the person was erased: so is this
  if (answer.status === 422) return refused(await answer.json(), rows);
  const { stored, known } = answer.ok ? await answer.json() : {};
  // An answer that is not Coxa's own (a page in between) acknowledges nothing.
  return Number.isInteger(stored) && Number.isInteger(known) ? done(remove(rows)) : "later";
}

async function refused({ faults = [] }, rows) {
  const numbers = new Set(faults.map((one) => Number.parseInt(one.field, 10)));
  const faulty = rows.filter((_row, n) => numbers.has(n));
  return faulty.length ? done(setAside(faulty)) : "later";
}

const done = (written) => written.then(() => "saved");
