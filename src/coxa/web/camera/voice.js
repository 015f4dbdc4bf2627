// Cues said aloud, off until asked for: a voice that nobody expects is startling. Only voices of this device.
import { canSpeak, hush, say } from "../session/voice.js";
import { keep, kept } from "./kept.js";

export function voiceOf(button) {
  let last = "";
  const on = () => kept("voice") === "on";
  const draw = () => {
    button.setAttribute("aria-pressed", on());
    button.querySelector("[data-on]").toggleAttribute("hidden", !on());
    button.querySelector("[data-off]").toggleAttribute("hidden", on());
  };
  button.hidden = !canSpeak();
  button.addEventListener("click", () => {
    keep("voice", on() ? "off" : "on");
    last = "";
    hush();
    draw();
  });
  draw();
  return {
    hush,
    wake: () => {
      last = "";
      if (on()) say(" ");
    },
    /** Says what is new; the same words again and again are said once. */
    say(words) {
      if (words && words !== last && on()) say(words);
      if (words) last = words;
    },
  };
}
