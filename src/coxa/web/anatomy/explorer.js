import { behaviour } from "../assets/attach.js";

const EVERY_MS = 80; // at most so often the server is asked while a slider moves
const SAID_AFTER_MS = 700; // of rest: who hears the page is told once, not at every degree

// Sliders beside the number fields, and a page that follows them. Without this file the numbers are sent by a button.
// What the muscles do is worked out by the server only: htmx asks it.
behaviour("pose-explorer", (root) => {
  const form = root.querySelector("[data-pose-form]");
  const along = form.elements.along;
  const said = root.querySelector("[data-pose-said]");
  const sliders = Object.fromEntries([...form.querySelectorAll("[data-slider]")].map((one) => [one.dataset.slider, sliderOf(one)]));
  const ask = atMostEvery(EVERY_MS, () => form.dispatchEvent(new CustomEvent("pose:moved")));
  let waits = 0;

  root.querySelectorAll("[data-without-script]").forEach((part) => {
    part.hidden = true;
  });
  form.addEventListener("input", ({ target }) => {
    const name = target.closest("[data-slider]")?.dataset.slider;
    if (!name) return;
    along.value = name;
    sliders[name].take(target.value);
    ask();
  });
  form.addEventListener("change", () => {
    Object.values(sliders).forEach((slider) => slider.settle());
    history.replaceState(history.state, "", `?${new URLSearchParams(new FormData(form))}`);
    ask();
  });
  form.addEventListener("submit", (event) => event.preventDefault()); // Enter in a number field: it is asked already

  root.addEventListener("click", (event) => {
    const link = event.target.closest("[data-pose]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const wanted = new URLSearchParams(link.dataset.pose);
    for (const [name, slider] of Object.entries(sliders)) slider.take(wanted.get(name));
    along.value = wanted.get("along") ?? along.value;
    form.dispatchEvent(new Event("change", { bubbles: true }));
    if (!isSeen(form)) form.scrollIntoView({ block: "center" });
  });

  root.addEventListener("htmx:afterSwap", () => {
    clearTimeout(waits);
    waits = setTimeout(() => {
      said.textContent = root.querySelector("#reading").dataset.said;
    }, SAID_AFTER_MS);
  });
});

/** The number field, the slider and the words of one joint, which say the same. */
function sliderOf(element) {
  const number = element.querySelector("input[type=number]");
  const range = element.querySelector("input[type=range]");
  const output = element.querySelector("output");
  const { minus, zero, plus } = element.dataset;
  range.hidden = false;
  return {
    take(value) {
      if (value === "" || Number.isNaN(Number(value))) return; // somebody is still typing
      const degrees = Math.round(Math.min(range.max, Math.max(range.min, value)));
      range.value = degrees;
      if (document.activeElement !== number) number.value = degrees;
      output.value = degrees === 0 ? zero : `${Math.abs(degrees)}° ${degrees > 0 ? plus : minus}`;
      range.setAttribute("aria-valuetext", output.value);
    },
    /** A number that was left empty, or beyond an end, says again what the slider says. */
    settle() {
      number.value = range.value;
    },
  };
}

/** Calls `act` at once, then not again for `ms`; what was asked for meanwhile is done at the end. */
function atMostEvery(ms, act) {
  let pausing = false;
  let again = false;
  return function ask() {
    again = pausing;
    if (pausing) return;
    act();
    pausing = true;
    setTimeout(() => {
      pausing = false;
      if (again) ask();
    }, ms);
  };
}

function isSeen(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}
