import { behaviour } from "../assets/attach.js";
import { moveIn } from "./moving-in.js";
import { waiting } from "./queue.js";
import { send } from "./sending.js";

const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 30000;
const SYNC = "coxa.diary"; // what the worker listens to

// Stands once on a page. Sends what was kept, at once and again until the server has it, and says how that stands.
behaviour("diary-sender", async (element) => {
  const { address, profile, csrf } = element.dataset;
  let wait = FIRST_WAIT_MS;
  let timer;
  let sending = false;
  let again = false; // kept while sending

  async function flush() {
    clearTimeout(timer);
    again = sending;
    if (sending) return;
    sending = true;
    const state = await send(address, csrf);
    sending = false;
    wait = state === "later" ? Math.min(wait * 2, LONGEST_WAIT_MS) : FIRST_WAIT_MS;
    if (state === "later") {
      timer = setTimeout(flush, wait);
      sendWithoutPage();
    } else if (again && state !== "closed") flush();
    await show(state);
  }

  async function show(state) {
    element.dataset.state = state;
    const detail = { state, waiting: await waiting(profile) };
    document.dispatchEvent(new CustomEvent("diary:state", { detail }));
  }

  const retry = () => {
    wait = FIRST_WAIT_MS;
    flush();
  };
  document.addEventListener("diary:kept", retry);
  window.addEventListener("online", retry);
  document.addEventListener("visibilitychange", () => document.hidden || retry());
  await moveIn().catch(() => {}); // what cannot be read there holds nothing up
  flush();
});

/** Where the browser can, the worker sends when the network is back, also if this page is closed by then. */
async function sendWithoutPage() {
  if (!navigator.serviceWorker?.controller) return;
  const { sync } = await navigator.serviceWorker.ready;
  await sync?.register(SYNC).catch(() => {}); // not allowed: the next page sends
}
