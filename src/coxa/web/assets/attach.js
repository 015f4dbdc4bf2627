// A behaviour is a function of one element. Markup asks for it: <div data-behaviour="stepper">.

const behaviours = new Map();
const attached = new WeakMap();

/** Names a behaviour; `attach` runs once for every element that asks for it, now or when it arrives. */
export function behaviour(name, attach) {
  behaviours.set(name, attach);
}

/** Attaches to what is on the page, and to every part of a page that htmx brings in. */
export function start() {
  attachWithin(document);
  document.removeEventListener("htmx:load", onArrival);
  document.addEventListener("htmx:load", onArrival);
}

const onArrival = (event) => attachWithin(event.target);

function attachWithin(root) {
  if (root.matches?.("[data-behaviour]")) attachTo(root);
  root.querySelectorAll("[data-behaviour]").forEach(attachTo);
}

function attachTo(element) {
  const done = attached.get(element) ?? new Set();
  attached.set(element, done);
  for (const name of element.dataset.behaviour.split(/\s+/)) {
    const attach = behaviours.get(name);
    if (!attach || done.has(name)) continue; // another bundle of this page may know the name
    done.add(name);
    attach(element);
  }
}
