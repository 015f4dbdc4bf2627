import { behaviour } from "../attach.js";

// A number with a button on either side. Without this file it is a number field, and works.
behaviour("stepper", (element) => {
  const input = element.querySelector("input");
  for (const button of element.querySelectorAll("[data-step]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      if (button.dataset.step === "up") input.stepUp();
      else input.stepDown();
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }
});
