"""What a browser keeps of Coxa, asked of the browser itself."""

# A promise of all rows in a store of IndexedDB; [] where there is no database yet. Asking must not
# make one: it would have no stores.
ROWS = """((name) => new Promise((answer) => {
  const asked = indexedDB.open("coxa");
  asked.onupgradeneeded = () => asked.transaction.abort();
  asked.onerror = () => answer([]);
  asked.onsuccess = () => {
    const all = asked.result.transaction(name).objectStore(name).getAll();
    all.onsuccess = () => { asked.result.close(); answer(all.result); };
  };
}))"""
# How many entries have not been acknowledged.
WAITING = f'{ROWS}("waiting").then((rows) => rows.length)'
PAGES = """caches.keys().then(async (names) => {
  const found = {};
  for (const name of names) {
    const keys = await (await caches.open(name)).keys();
    found[name] = keys.map(({url}) => new URL(url).pathname);
  }
  return found;
})"""


def kept_pages(page) -> list[str]:
    """The addresses of the pages about a person that are kept for offline."""
    caches = page.evaluate(PAGES).items()
    return [one for name, pages in caches if name.startswith("coxa-pages-") for one in pages]


def is_ready_for_offline(page) -> bool:
    """The worker has everything: it writes its stamp last."""
    return "/stamp" in kept_pages(page)
