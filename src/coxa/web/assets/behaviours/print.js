import { behaviour } from "../attach.js";

behaviour("print", (button) => {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
});
