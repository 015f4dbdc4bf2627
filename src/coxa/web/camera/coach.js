// The camera coach: shows what comes of every picture that is looked at, says cues, and shows a repetition, or the worst of a hold, again.
import { behaviour } from "../assets/attach.js";
import { boardOf } from "./board.js";
import { exerciseIn, replayOf } from "./replay.js";
import { voiceOf } from "./voice.js";
import { watchingIn } from "./watching.js";
import { worthSeeing } from "./worth-seeing.js";

behaviour("coach", (root) => {
  const page = JSON.parse(document.getElementById("coach-page").textContent);
  const board = boardOf(root, page);
  const voice = voiceOf(root.querySelector("[data-voice]"));
  const worth = worthSeeing();
  const replay = replayOf(root);
  let mirrored = false;
  const watching = watchingIn(root, page.files, { starting, expected: () => page.expected, begun, saw, ended: finish, stopped: () => voice.hush() });
  const { find } = watching;

  find("stop").addEventListener("click", finish);
  find("again").addEventListener("click", () => again(worth.last()));
  window.addEventListener("pagehide", forget);

  function starting() {
    forget();
    voice.wake(); // a browser lets a page speak only after a tap
  }

  function begun(source) {
    ({ mirrored } = source);
  }

  function saw({ seen, image, size, time, since, stages }, began) {
    board.show(seen);
    worth.saw({ seen, image, size, time });
    find("again").hidden = !worth.last();
    voice.say(seen.cue || seen.help);
    const now = performance.now();
    root.dispatchEvent(new CustomEvent("coach:seen", { detail: { ...seen, time, took_ms: now - since, stages: { ...stages, drawing: now - began } } }));
  }

  function finish() {
    watching.stop("stopped");
    if (worth.faulty()) again(worth.faulty());
  }

  function again(one) {
    replay.show(one, exerciseIn(root.querySelector("template[data-stills]")), mirrored);
  }

  function forget() {
    worth.forget();
    replay.hide();
    find("again").hidden = true;
  }
});
