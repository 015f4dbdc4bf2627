// Stands between the pages and the server, and answers where the server does not. Pages come from the server first, so
// that nobody sees an old one where there is a new one; built files, whose names say what is in them, from here first.
import { send } from "../diary/sending.js";
import "../reminders/showing.js";
import { fileOf } from "./files.js";
import { forgetOlderPages, forgetPages, keepAway, keepPages, pageOf, stoodAt } from "./pages.js";

const SYNC = "coxa.diary";

self.addEventListener("install", (event) => {
  self.skipWaiting(); // an old worker has nothing that the new one lacks
  event.waitUntil(keepAway());
});

self.addEventListener("activate", (event) => event.waitUntil(Promise.all([forgetOlderPages(), self.clients.claim()])));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(pageOf(event));
  else if (request.method === "GET" && pathname.startsWith(self.COXA.files)) event.respondWith(fileOf(request));
});

const answers = {
  /** A page is there, of who may keep pages here. */
  keep: () => keepPages(),
  /** Somebody leaves. */
  forget: () => forgetPages(),
  /** Since when a page has stood here; null for one that came from the server. */
  stood: (event) => event.ports[0].postMessage(stoodAt(event.source.id)),
};

self.addEventListener("message", (event) => event.waitUntil(Promise.resolve(answers[event.data]?.(event))));

// The network is back, and perhaps no page is open. Refused, the browser tries again later by itself.
self.addEventListener("sync", (event) => {
  if (event.tag === SYNC) event.waitUntil(send(self.COXA.entries).then((state) => state === "later" && Promise.reject(new Error(state))));
});
