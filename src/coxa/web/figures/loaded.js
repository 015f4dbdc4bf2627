// What is fetched once for a page. The browser keeps it for longer: the name of a built file says what is in it.

const kept = new Map();

/** The bytes at an address. A failure is forgotten, so that the next one may try again. */
export function bytes(address) {
  if (!kept.has(address)) {
    const coming = fetched(address);
    coming.catch(() => kept.delete(address));
    kept.set(address, coming);
  }
  return kept.get(address);
}

async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.arrayBuffer();
}
