// Built files that kept pages need. Their names change with what is in them, so what is here is never out of date.

const CACHE = "coxa-files";
const AT_ONCE = 6;
const IGNORE = { ignoreVary: true }; // the server varies only how they are packed

const ours = () => caches.open(CACHE);

export async function fileOf(request) {
  return (await caches.match(request, { ...IGNORE, cacheName: CACHE })) ?? fetch(request);
}

/** The addresses of the built files that a page names. */
export const namedIn = (html) => [...new Set(html.match(/\/static\/[\w./-]+/g))];

/** Fetches those that are not here, a few at a time: who waits for a page goes first. Fails where one fails. */
export async function add(addresses) {
  const cache = await ours();
  const here = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  const missing = addresses.filter((one) => !here.has(one));
  while (missing.length) await Promise.all(missing.splice(0, AT_ONCE).map((one) => addOne(cache, one)));
}

async function addOne(cache, address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  await cache.put(address, answer);
}

/** Only these stay. */
export async function keepOnly(addresses) {
  const cache = await ours();
  const wanted = new Set(addresses);
  const old = (await cache.keys()).filter(({ url }) => !wanted.has(new URL(url).pathname));
  await Promise.all(old.map((one) => cache.delete(one)));
}
