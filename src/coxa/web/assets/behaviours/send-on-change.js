import { behaviour } from "../attach.js";

// A form of filters that sends itself; the button for those without scripts steps aside.
behaviour("send-on-change", (form) => {
  form.querySelectorAll("[data-without-script]").forEach((button) => {
    button.hidden = true;
  });
  form.addEventListener("change", () => form.requestSubmit());
});
