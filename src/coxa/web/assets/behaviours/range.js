import { behaviour } from "../attach.js";

// Shows the value of a slider beside it while it is moved.
behaviour("range", (element) => {
  const input = element.querySelector("input");
  const output = element.querySelector("output");
  const show = () => {
    output.value = input.value;
  };
  input.addEventListener("input", show);
  show();
});
