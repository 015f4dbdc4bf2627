import { behaviour } from "../assets/attach.js";

// A form after which another person's pages are shown, or nobody's. What lies here unsent is sent before; what cannot
// be sent is asked about.
behaviour("send-first", (form) => {
  const sender = document.querySelector("[data-behaviour=diary-sender]");
  const question = document.querySelector("[data-unsent]");
  let agreed = false;

  form.addEventListener("submit", async (event) => {
    if (agreed) return;
    event.preventDefault();
    const { forgetAll, unsent } = await import("../diary/unsent.js");
    const rows = await unsent(sender.dataset.address, sender.dataset.csrf);
    if (!rows) return goOn();
    question.hidden = false;
    question.querySelector("[data-count]").textContent = rows;
    question.querySelector("button").onclick = () => forgetAll().then(goOn);
    question.focus();
  });

  function goOn() {
    agreed = true;
    form.requestSubmit();
  }
});
