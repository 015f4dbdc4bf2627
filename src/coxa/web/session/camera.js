// The camera's button in the session. What stands behind it is loaded when it is first turned on; then it stays until
// the session ends. The choice is remembered on this device.
import { phrase } from "../assets/phrases.js";
import { keep, kept } from "../camera/kept.js";
import { cameraPossible, lacking } from "../camera/lacking.js";

const CHOICE = "session";
const AWAY = phrase("Turning the camera on needs a connection once. The clock counts.");

/** `steps`: all that may be played. `session` can: counted, held, lead, says, speak. */
export function cameraOf(root, steps, view, session) {
  let counting = null; // once it was loaded
  let coming = null;
  let on = false;
  let paused = false;
  let now = []; // the step that is on, the set that is on or comes next

  /** Shows the button where the browser can watch; who had the camera on has it on again. */
  function offer() {
    const possible = cameraPossible() && !lacking();
    view.show(root.querySelector("[data-act=camera]"), possible);
    if (possible && kept(CHOICE) === "on") turn(true);
  }

  async function turn(to) {
    on = to;
    view.pressed("camera", on);
    if (!on) return counting?.off();
    try {
      coming ??= load();
      counting = await coming;
    } catch {
      coming = null;
      return lost(AWAY);
    }
    counting.entered(...now);
    if (on) await counting.on();
    if (paused) counting?.pause(true);
  }

  async function load() {
    const [{ countingOf }, plan] = await Promise.all([import("./counting.js"), planOf()]);
    return countingOf(root, plan, { ...session, lost });
  }

  async function planOf() {
    const work = steps.filter((one) => one.kind === "work");
    const asked = new Set(work.map((one) => `${one.mode}=${encodeURIComponent(one.exercise_id)}`));
    const answer = await fetch(`${root.dataset.camera}?${[...asked].join("&")}`);
    if (!answer.ok) throw new Error(`${answer.status}`);
    return answer.json();
  }

  /** It cannot go on: said, and the clock counts as ever. */
  function lost(words) {
    on = false;
    counting?.off();
    view.pressed("camera", false);
    session.says(words);
  }

  return {
    offer,
    toggle() {
      keep(CHOICE, on ? "off" : "on");
      return turn(!on);
    },
    entered(...both) {
      now = both;
      counting?.entered(...both);
    },
    pause(to) {
      if (to !== paused) counting?.pause(to);
      paused = to;
    },
    tick: () => on && counting?.tick(),
    smaller: () => counting?.smaller(),
    seen: () => (on && counting?.seen()) || null,
    end() {
      on = false;
      counting?.end();
      [counting, coming] = [null, null];
    },
  };
}
