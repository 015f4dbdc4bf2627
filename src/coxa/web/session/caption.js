// What the camera says beside the count: one line of words, who counts, and from where one is seen.
import { phrase } from "../assets/phrases.js";
import { inPart, lineOf } from "../camera/line.js";

/** `speak(words)` says aloud what is new in the line. */
export function captionOf(root, speak) {
  const find = (name) => root.querySelector(`[data-${name}]`);
  const line = find("eye-line");
  const tell = lineOf(say);
  let passing = false;
  let spoken = "";

  /** A cue stays until there is another, or another step; help goes once it was taken. */
  function say(words, care, passes) {
    if (!words && !passing) return;
    passing = passes;
    if (line.textContent === words) return;
    line.textContent = words;
    line.classList.toggle("player__line--care", care);
    if (words && words !== spoken) speak(words);
    spoken = words || spoken;
  }

  return {
    tell,
    /** One thing that has happened, in words. */
    news: (words, good = false) => tell({ cue: words, good }),
    clear() {
      line.textContent = "";
      passing = false;
    },
    /** `clock`: who counts is the clock. */
    under({ clock, view, part }) {
      find("counts").textContent = clock ? phrase("The clock counts") : phrase("The camera counts");
      find("view").textContent = view;
      find("in-part").textContent = inPart(part);
    },
  };
}
