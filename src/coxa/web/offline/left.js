import { behaviour } from "../assets/attach.js";
import { forgetAll, forgetRunningOfOthers, waitingRows } from "../diary/kept.js";

const PAGES = "coxa-pages-";
const NOBODY = "";

// On the page after leaving or erasing: nothing is left, also where a browser does not heed Clear-Site-Data.
behaviour("forget-all", async () => {
  await forgetAll().catch(() => {});
  await forgetCaches("");
});

// On the closed door: this browser was let out from elsewhere. Pages about a person go; what was never sent stays, is
// counted, and can be thrown away.
behaviour("let-out", async (element) => {
  await forgetCaches(PAGES);
  await forgetRunningOfOthers(NOBODY).catch(() => {});
  const rows = await waitingRows();
  element.hidden = !rows.length;
  element.querySelector("[data-count]").textContent = rows.length;
  element.querySelector("button").addEventListener("click", async () => {
    await forgetAll();
    element.hidden = true;
  });
});

async function forgetCaches(start) {
  const names = window.caches ? await caches.keys() : []; // none without HTTPS
  await Promise.all(names.filter((name) => name.startsWith(start)).map((name) => caches.delete(name)));
}
