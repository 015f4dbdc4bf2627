// What the camera proposes, side by side in the check's own form. Only what stands in that form is ever sent.
import { phrase } from "../assets/phrases.js";

const nameOf = (side) => (side === "both" ? "value" : side);
const NOW = { left: phrase("Now the left side"), right: phrase("Now the right side") };
const OTHER = { left: "right", right: "left" };

/** `on.measure(side)` is told that a side is to be measured (again), `on.empty()` that nothing is left. */
export function answerOf(form, on) {
  const found = {};
  const find = (name) => form.querySelector(`[data-${name}]`);
  const cards = [...form.querySelectorAll("[data-side]")];
  const cardOf = (side) => cards.find((one) => one.dataset.side === nameOf(side));

  for (const card of cards) {
    const side = card.dataset.side === "value" ? "both" : card.dataset.side;
    const press = (name, act) => card.querySelector(`[data-${name}]`).addEventListener("click", act);
    press("change", () => change(card));
    press("measure", () => on.measure(side));
    press("discard", () => discard(side));
  }
  find("other").addEventListener("click", () => on.measure(OTHER[Object.keys(found)[0]]));

  /** `tries`: as the last picture told of them. */
  function put(side, proposal, tries) {
    found[side] = proposal;
    const card = cardOf(side);
    card.querySelector("[data-value]").textContent = proposal.value_words;
    const row = tries.length > 1 ? tries : []; // one try is the value itself
    card.querySelector("[data-tries]").replaceChildren(...row.map(({ value_words: words }) => tag(words)));
    card.querySelector("[data-lines]").replaceChildren(...proposal.words.map(item));
    card.querySelector("[data-field]").hidden = true;
    setField(card, proposal.value);
    draw();
  }

  function discard(side) {
    delete found[side];
    setField(cardOf(side), null);
    draw();
    if (isEmpty()) on.empty();
  }

  function draw() {
    const sides = Object.keys(found);
    for (const card of cards) card.hidden = !sides.some((side) => cardOf(side) === card);
    find("use").textContent = sides.length > 1 ? phrase("Use these values") : phrase("Use this value");
    const missing = sides.length === 1 && OTHER[sides[0]];
    find("other").hidden = !missing;
    if (missing) find("other").textContent = NOW[missing];
    const told = sides.map((side) => [side, { tries: found[side].tries, proposed: found[side].value }]);
    form.elements.camera.value = JSON.stringify(Object.fromEntries(told));
  }

  const isEmpty = () => Object.keys(found).length === 0;
  return { put, isEmpty };
}

function change(card) {
  card.querySelector("[data-field]").hidden = false;
  card.querySelector("[data-field] :is(input:checked, input:not([type=radio]))")?.focus();
}

/** A number is typed, an answer is chosen. */
function setField(card, value) {
  const answer = typeof value === "boolean" ? (value ? "yes" : "no") : String(value ?? "");
  for (const input of card.querySelectorAll("[data-field] input")) {
    if (input.type === "radio") input.checked = input.value === answer;
    else input.value = answer;
  }
}

function item(words) {
  const line = document.createElement("li");
  line.textContent = words;
  return line;
}

const tag = (words) => Object.assign(item(words), { className: "tag tag--do" });
