// Draws a step. It holds no state of its own: given the same step and time it draws the same.
import { phrase } from "../assets/phrases.js";
import { fill } from "../assets/behaviours/ring-timer.js";
import { beatOf, countOf, cueOf, nextOf, OUT, setOf } from "./words.js";

export function viewOf(root) {
  const find = (name) => root.querySelector(`[data-${name}]`);
  const show = (element, on) => element.toggleAttribute("hidden", !on);
  const player = root.querySelector("[data-part=player]");
  const slot = find("figure-slot");
  let drawn = "";

  /** One part of the page at a time; its heading is focused, so that it is read. */
  function part(name) {
    root.querySelectorAll("[data-part]").forEach((one) => show(one, one.dataset.part === name));
    root.dataset.shown = name;
    root.querySelector(`[data-part="${name}"] h1`)?.focus();
    window.scrollTo(0, 0);
  }

  /** All of a step that stands still. */
  function enter(steps, at, items) {
    const step = steps[at];
    player.dataset.kind = step.kind;
    figure(steps, at);
    find("place").textContent = phrase("Exercise {n} of {items}", { n: step.item + 1, items });
    find("name").textContent = step.name;
    find("set").textContent = setOf(step);
    find("cue").textContent = cueOf(step);
    find("next").textContent = nextOf(steps, at);
    find("progress").value = at / steps.length;
    show(find("go"), step.kind === "ready");
    show(find("effort"), step.kind === "effort");
    show(find("ring"), step.kind !== "effort" && !step.waits);
    root.querySelector("[data-live]").textContent = step.kind === "ready" ? `${step.voice} ${step.set_up}` : step.voice;
  }

  /** The stills of the exercise, and word of it for a figure that moves. */
  function figure(steps, at) {
    const { kind, exercise_id: exercise, side } = steps[at];
    const soon = [...new Set(steps.slice(at).map((step) => step.exercise_id))];
    slot.classList.toggle("player__figure--other", side === "right");
    if (drawn !== exercise) {
      const stills = root.querySelector(`template[data-stills="${exercise}"]`);
      slot.querySelector("[data-stills-shown]").replaceChildren(stills ? stills.content.cloneNode(true) : "");
      drawn = exercise;
    }
    slot.dispatchEvent(new CustomEvent("session:step", { detail: { kind, exercise, side, soon } }));
  }

  /** What moves with the time, or with what a camera has `seen`: then the ring shows how far out the repetition is. */
  function move(step, { elapsed, spent }, share, seen) {
    const { number, unit } = countOf(step, elapsed, seen);
    find("number").textContent = number;
    find("unit").textContent = unit;
    fill(find("ring"), seen && step.mode === "reps" ? seen.share : share);
    find("ring").classList.toggle("ring--rest", step.kind !== "work" || unit === OUT);
    // For a figure that moves: where the person should be now. Who is counted by a camera has no pace to keep; it goes on.
    const detail = { exercise: step.exercise_id, ...beatOf(step, seen ? spent : elapsed) };
    slot.dispatchEvent(new CustomEvent("session:beat", { detail }));
  }

  /** A button that is on or off, drawn and said. */
  function pressed(name, on) {
    const button = root.querySelector(`[data-act="${name}"]`);
    button.setAttribute("aria-pressed", String(on));
    show(button.querySelector("[data-on]"), on);
    show(button.querySelector("[data-off]"), !on);
  }

  const says = (text) => {
    find("said").textContent = text;
  };
  return { find, show, part, enter, move, pressed, says };
}
