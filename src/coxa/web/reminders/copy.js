import { behaviour } from "../assets/attach.js";

// Copies what stands in a field. Where the browser does not let scripts copy, it selects it for the person to do so.
behaviour("copy", (element) => {
  const field = element.querySelector("input");
  const button = element.querySelector("[data-copy]");
  const words = element.querySelector("[data-copy-words]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      words.textContent = element.dataset.copied;
    } catch {
      field.focus();
    }
  });
});
