import { behaviour } from "../assets/attach.js";

// A form of few taps sends itself when every question in it has its answer; the button is for without scripts.
behaviour("send-when-answered", (form) => {
  const names = new Set([...form.querySelectorAll("input[type=radio]")].map((input) => input.name));
  form.querySelectorAll("[data-without-script]").forEach((button) => {
    button.hidden = true;
  });
  // A radio moved through by arrow keys is not chosen yet: keys send by Enter.
  let byKey = false;
  form.addEventListener("keydown", (event) => {
    byKey = event.key.startsWith("Arrow");
    if (byKey) form.querySelectorAll("[data-without-script]").forEach((button) => (button.hidden = false));
  });
  form.addEventListener("pointerdown", () => {
    byKey = false;
  });
  form.addEventListener("change", () => {
    const answered = [...names].every((name) => form.querySelector(`input[name="${name}"]:checked`));
    if (answered && !byKey) form.requestSubmit();
  });
});
