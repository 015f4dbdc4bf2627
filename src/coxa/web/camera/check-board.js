// Shows a check as it goes: the ring with its number, the line of words, the tries, and what can be pressed.
import { phrase } from "../assets/phrases.js";
import { fill } from "../assets/behaviours/ring-timer.js";
import { writing } from "./line.js";
import { gone, left } from "./check-flow.js";

const UNKNOWN = "–";

export function boardOf(root) {
  const find = (name) => root.querySelector(`[data-${name}]`);
  const [number, unit, ring, line, tries, live, view] = ["number", "unit", "ring", "line", "slots", "live", "view"].map(find);
  const [endTry, onward, again] = ["end-try", "onward", "again"].map(find);

  function show(flow, seen) {
    const drawn = RINGS[flow.stage]?.(flow, seen) ?? RINGS.trying(flow, seen);
    number.textContent = drawn.number;
    unit.textContent = drawn.unit;
    fill(ring, drawn.share);
    ring.classList.toggle("ring--rest", flow.stage !== "trying");
    live.textContent = flow.stage === "trying" && seen.unit !== "deg" ? seen.value_words : "";
    view.textContent = seen.view_words;
    tries.replaceChildren(...slots(seen));
    endTry.hidden = seen.phase !== "running";
    onward.hidden = !flow.live || flow.stage !== "resting";
    onward.textContent = seen.tries_done < seen.tries_of ? phrase("Next try") : phrase("Show the result");
    again.hidden = !seen.tries_done || seen.phase === "running";
  }

  return { show, say: writing(line) };
}

const RINGS = {
  placing: (_, seen) => ({ ...measured(seen), share: 0 }),
  counting: (flow) => ({ number: left(flow), unit: phrase("get ready"), share: gone(flow) }),
  trying: (_, seen) => ({ ...measured(seen), share: seen.share }),
  resting: (flow, seen) => ({ number: left(flow), unit: seen.tries_done < seen.tries_of ? phrase("until the next try") : phrase("seconds"), share: gone(flow) }),
};

/** What is measured, as a number with its unit. A grade or a yes has none: there the try is named. */
function measured({ unit, value, seconds, seconds_of: of, reps, tries_done: done, tries_of: all }) {
  if (unit === "deg") return { number: value === null ? UNKNOWN : `${Math.round(value)}°`, unit: "" };
  if (unit === "count") return { number: reps, unit: of ? phrase("{n} s left", { n: Math.max(0, Math.ceil(of - seconds)) }) : phrase("times") };
  if (unit === "s") return { number: Math.floor(seconds), unit: of ? phrase("of {n} s", { n: of }) : phrase("seconds") };
  return { number: Math.min(done + 1, all), unit: phrase("try of {n}", { n: all }) };
}

function slots({ tries, tries_of: all }) {
  return Array.from({ length: Math.max(all, tries.length) }, (_, at) => {
    const slot = document.createElement("li");
    slot.className = tries[at] ? "tag tag--do" : "tag";
    slot.textContent = tries[at]?.value_words ?? at + 1;
    return slot;
  });
}
