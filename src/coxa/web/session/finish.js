// Done: each answer is saved as it is given, as a correction of the entry that ended the session.
import { counted, phrase } from "../assets/phrases.js";
import { keep } from "../diary/queue.js";
import * as bodies from "./bodies.js";

const NO_ID = "00000000-0000-0000-0000-000000000000";

export function finishing(root, view, { profile, id, entry, seconds }) {
  const form = root.querySelector("[data-finish]");
  const text = root.querySelector("[data-after-text]");
  const savedText = root.querySelector("[data-saved]");
  const home = root.querySelector("[data-home]");
  let kept = JSON.stringify(entry.body);
  let away = false;

  const minutes = Math.max(1, Math.round(seconds / 60));
  root.querySelector("[data-minutes]").textContent = counted("{n} minute", "{n} minutes", minutes);
  view.part("finish");

  function answer() {
    const body = bodies.done(id, seconds, Object.fromEntries(new FormData(form)));
    if (JSON.stringify(body) === kept) return;
    kept = JSON.stringify(body);
    keep(profile, bodies.corrected(entry.id, body));
    savedText.textContent = phrase("Saved. You can change it later.");
  }

  async function whatChanges() {
    try {
      const answer = await fetch(root.dataset.after.replace(NO_ID, id));
      if (answer.ok) text.textContent = await answer.text();
    } catch {
      // the words that stand there are true as well
    }
  }

  form.addEventListener("change", answer);
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("pagehide", answer);
  document.addEventListener("diary:state", ({ detail }) => {
    away = detail.waiting > 0 && detail.state !== "saved";
    if (!detail.waiting) whatChanges();
    if (away) savedText.textContent = phrase("Coxa does not answer right now. All of it is kept on this device and sent later.");
  });
  // Leaving while the server is away would end on the browser's own error page.
  home.addEventListener("click", (event) => {
    if (!away || navigator.onLine || navigator.serviceWorker?.controller) return;
    event.preventDefault();
    savedText.textContent = phrase("There is no connection yet. All of it is kept on this device. Try again in a moment.");
  });
}
