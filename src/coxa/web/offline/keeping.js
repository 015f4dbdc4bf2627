import { behaviour } from "../assets/attach.js";
import { forgetRunningOfOthers, waitingRows } from "../diary/kept.js";

// Stands once on a page of someone who came in. Sees to it that the pages for offline lie in this browser, and only
// this person's; and says so where the page that is shown is one of those.
behaviour("kept-pages", async (element) => {
  const { worker, profile } = element.dataset;
  forgetRunningOfOthers(profile).catch(() => {});
  if (!navigator.serviceWorker) return;
  const stood = await ask("stood");
  if (stood) return fromHere(element, new Date(stood));
  // A certificate that the browser does not know: then there is no worker, and all else goes on.
  await navigator.serviceWorker.register(worker, { updateViaCache: "none" }).catch(() => {});
  (await navigator.serviceWorker.ready).active.postMessage("keep");
  navigator.serviceWorker.addEventListener("controllerchange", () => navigator.serviceWorker.controller?.postMessage("keep"));
});

/** What the worker answers, or null where there is none. */
function ask(question) {
  const { controller } = navigator.serviceWorker;
  if (!controller) return null;
  const { port1, port2 } = new MessageChannel();
  return new Promise((answered) => {
    port1.onmessage = ({ data }) => answered(data);
    controller.postMessage(question, [port2]);
  });
}

/** An old page says that it is one, and asks nothing that it could not send. */
async function fromHere(element, stood) {
  const when = element.querySelector("time");
  when.dateTime = stood.toISOString();
  when.textContent = stood.toLocaleString(document.documentElement.lang, { weekday: "long", hour: "numeric", minute: "2-digit" });
  const rows = await waitingRows();
  element.querySelector("[data-since]").hidden = !rows.some(({ entry }) => entry.body.kind === "session_done");
  element.hidden = false;
  document.querySelectorAll("form[method=post]").forEach((form) => {
    form.inert = true;
  });
  window.addEventListener("online", reload);
}

/** A network alone is not the server. */
async function reload() {
  const answer = await fetch(window.location.href, { method: "HEAD" }).catch(() => null);
  if (answer) window.location.reload();
}
