// Space pauses and goes on, arrows go back and on. Whoever writes or moves among buttons keeps their keys.

const ACTIONS = { " ": "toggle", ArrowRight: "next", ArrowLeft: "back", PageDown: "next", PageUp: "back" };

/** Calls `act(name)` for the keys of a session. Returns a function that ends it. */
export function listen(act) {
  const onKey = (event) => {
    const name = ACTIONS[event.key];
    if (!name || event.ctrlKey || event.metaKey || event.altKey || usesKey(event.target, event.key)) return;
    event.preventDefault();
    act(name);
  };
  document.addEventListener("keydown", onKey);
  return () => document.removeEventListener("keydown", onKey);
}

function usesKey(target, key) {
  if (target.closest("input, textarea, select, summary")) return true;
  return key === " " && target.closest("button, a") !== null;
}
