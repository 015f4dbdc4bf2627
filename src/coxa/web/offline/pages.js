// Pages for the time without a network: today's, the week's and its sessions, of one person and one Coxa. The cache is
// named by both, and goes as soon as the server answers for somebody else, or for nobody.
import { add, keepOnly, namedIn } from "./files.js";

const { build, away, pages: list, home, sessions, whose: WHOSE, later } = self.COXA;
const SHELL = `coxa-shell-${build}`;
const PAGES = "coxa-pages-";
const OURS = `${PAGES}${build}-`;
const STAMP = "/stamp";
const LOCK = "coxa.pages";
const PATIENCE_MS = 4000; // our choice: who has a page here waits no longer for the server's
const FORM = "/session/done/"; // how a session was is asked of the server

const shown = new Map(); // by window: since when the page that it shows has stood here

/** The page that says that the server is away, and what it needs; at installing, and again in another language. */
export async function keepAway() {
  const answer = await fetch(away, { cache: "no-store" });
  if (!answer.ok) throw new Error(`${away}: ${answer.status}`);
  await add(namedIn(await answer.clone().text()));
  await (await caches.open(SHELL)).put(away, answer);
}

/** A page: the server's, or the one kept here where it does not answer, or word of that. */
export async function pageOf(event) {
  const { request, resultingClientId: window } = event;
  const kept = request.method === "GET" ? await keptPage(request.url) : null;
  const coming = fromServer(event);
  const answer = await (kept ? soon(coming) : coming).catch(() => null);
  if (answer) return answer;
  if (kept) shown.set(window, kept.headers.get("Date"));
  return kept ?? (await caches.match(away, { cacheName: SHELL })) ?? Response.error();
}

export const stoodAt = (window) => shown.get(window) ?? null;

async function keptPage(url) {
  const { pathname } = new URL(url);
  for (const name of await named(OURS)) {
    const found = await (await caches.open(name)).match(pathname === "/" ? home : pathname);
    if (found) return found;
  }
  return null;
}

/** Fails where it takes too long. */
const soon = (coming) => Promise.race([coming, new Promise((_done, failed) => setTimeout(failed, PATIENCE_MS))]);

async function fromServer(event) {
  const answer = await fetch(event.request);
  await heard(answer);
  const { pathname } = new URL(event.request.url);
  const isSession = pathname.startsWith(sessions) && !pathname.startsWith(FORM);
  if (isSession && event.request.method === "GET" && mayStay(answer)) event.waitUntil(keepPage(pathname, answer.clone()).catch(() => {}));
  return answer;
}

const ownerOf = (answer) => answer.headers.get(WHOSE);
const mayStay = (answer) => answer.status === 200 && !answer.redirected && ownerOf(answer);

/** Whose pages these are now; nobody's where the door is closed. */
async function heard(answer) {
  if (answer.type === "opaqueredirect") return;
  if (ownerOf(answer)) await forgetPages(OURS + ownerOf(answer));
  else if (answer.status === 403) await forgetPages();
}

async function keepPage(address, answer) {
  const text = await answer.clone().text();
  await (await caches.open(OURS + ownerOf(answer))).put(address, answer);
  await add(namedIn(text));
  return text;
}

/** Fetches what belongs on this device, unless nothing has changed, and lets go of what does not any more. Asked while
 *  that goes on, it looks once more afterwards: what it fetches may have become old meanwhile. */
export const keepPages = () => navigator.locks.request(LOCK, () => keepAll().catch(() => {})); // no network: next time

async function keepAll() {
  const answer = await fetch(`${list}?has=${await stampHere()}`);
  await heard(answer);
  if (!answer.ok) return;
  const { profile, stamp, pages } = await answer.json();
  if (!pages) return; // all of it is here
  const cache = await caches.open(OURS + profile);
  await cache.delete(STAMP); // until all of it is here
  await keepAway();
  for (const page of pages) await fetchPage(page);
  await forgetAllBut(cache, [...pages, ...(await openPages()), STAMP]);
  await add(later);
  await keepOnly([...later, ...(await namedInKept(cache))]);
  await cache.put(STAMP, new Response(stamp));
}

async function stampHere() {
  const [name] = await named(OURS);
  const stamp = name && (await (await caches.open(name)).match(STAMP));
  return stamp ? stamp.text() : "";
}

async function fetchPage(address) {
  const answer = await fetch(address, { redirect: "manual" });
  if (mayStay(answer)) await keepPage(address, answer);
}

async function namedInKept(cache) {
  const answers = [await caches.match(away, { cacheName: SHELL }), ...(await cache.matchAll())];
  const texts = await Promise.all(answers.map((one) => one.text()));
  return texts.flatMap(namedIn);
}

/** A session that is on is kept, also when it is not in the week any more. */
async function openPages() {
  const windows = await self.clients.matchAll({ type: "window" });
  return windows.map(({ url }) => new URL(url).pathname);
}

async function forgetAllBut(cache, addresses) {
  const wanted = new Set(addresses);
  const old = (await cache.keys()).filter(({ url }) => !wanted.has(new URL(url).pathname));
  await Promise.all(old.map((one) => cache.delete(one)));
}

/** All kept pages, or all but those in the cache `mine`. */
export const forgetPages = async (mine = "") => forgetCaches((await named(PAGES)).filter((name) => name !== mine));

/** What an earlier Coxa kept. */
export async function forgetOlderPages() {
  const pages = (await named(PAGES)).filter((name) => !name.startsWith(OURS));
  const shells = (await named("coxa-shell-")).filter((name) => name !== SHELL);
  await forgetCaches([...pages, ...shells]);
}

const named = async (start) => (await caches.keys()).filter((name) => name.startsWith(start));
const forgetCaches = (names) => Promise.all(names.map((name) => caches.delete(name)));
