import { behaviour } from "../assets/attach.js";
import { send, waiting } from "./queue.js";

const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 30000;

// Stands once on a page. Sends what was kept, at once and again until the server has it, and says how that stands.
behaviour("diary-sender", (element) => {
  const { address, profile, csrf } = element.dataset;
  let wait = FIRST_WAIT_MS;
  let timer;
  let sending = false;

  async function flush() {
    clearTimeout(timer);
    if (sending) return;
    sending = true;
    let state = "more";
    while (state === "more") state = await send(address, profile, csrf);
    sending = false;
    wait = state === "later" ? Math.min(wait * 2, LONGEST_WAIT_MS) : FIRST_WAIT_MS;
    if (state === "later") timer = setTimeout(flush, wait);
    else if (state !== "closed" && waiting(profile)) timer = setTimeout(flush); // kept while sending
    show(state);
  }

  function show(state) {
    element.dataset.state = state;
    document.dispatchEvent(new CustomEvent("diary:state", { detail: { state, waiting: waiting(profile) } }));
  }

  const retry = () => {
    wait = FIRST_WAIT_MS;
    flush();
  };
  document.addEventListener("diary:kept", retry);
  window.addEventListener("online", retry);
  document.addEventListener("visibilitychange", () => document.hidden || retry());
  flush();
});
