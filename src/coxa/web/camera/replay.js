// A repetition again, slowly, over and over: the person's own as a skeleton, the exercise's figure beside it in the same
// time and seen from the same side; of a hold its worst moment, beside the figure that holds it. It is drawn from
// landmarks; there is no picture.
import { movingIn } from "../figures/moving.js";
import { mayMove, onceCalm } from "../figures/wanted.js";
import { momentOf as momentOfFigure } from "../session/following.js";
import { beatAt, fitted, landmarksAt, momentOf, waysOf, waysTo } from "./again.js";
import { drawSkeleton, markPoints } from "./skeleton.js";

const SLOWER = 1.6; // than it was done: to see what happened
const [SHORTEST_S, LONGEST_S] = [4, 9];
const RESTS_S = 0.7; // between two rounds
const YAW = { front: 0, back: 180, "side-left": 90, "side-right": -90 }; // of who looks at the figure as the camera did
const PITCH = 8;
const STAYS = { way: "hold", within: 0.5 }; // where the figure of a hold is
const calm = matchMedia("(prefers-reduced-motion: reduce)");

/** The exercise that a template of its stills stands for; null where there is none. */
export const exerciseIn = (template) => template && { ...template.dataset, stills: template.content.cloneNode(true) };

export function replayOf(root) {
  const find = (name) => root.querySelector(`[data-${name}]`);
  const [panel, canvas, slot, words, pause] = ["replay", "replay-yours", "replay-figure", "replay-words", "replay-pause"].map(find);
  const you = find("replay-you");
  let shown = null;
  let asked = 0;
  let running = false;
  let into = 0; // seconds of this round
  let moving = null; // the figure, once there is one
  let about = null;

  pause.addEventListener("click", () => run(!running));
  find("replay-close").addEventListener("click", hide);
  onceCalm(() => shown && stand());
  slot.addEventListener("figure:gone", () => {
    moving = null; // too many figures, or motion is no longer wanted
  });
  new ResizeObserver(() => shown && draw()).observe(canvas);

  /** `one` as worth-seeing.js has it; `exercise` { clip, sides, stills }, null where there is none; `mirrored` as the
   *  camera's picture was. */
  function show(one, exercise, mirrored) {
    const held = "worst_s" in one;
    const ways = held ? waysTo(one.worst_s, one.moments) : waysOf(one.moments);
    const lasts = (ways.end - ways.start) * SLOWER;
    shown = { ...one, held, ways, lasts: Math.max(SHORTEST_S, Math.min(LONGEST_S, lasts)) };
    panel.hidden = false;
    panel.setAttribute("aria-label", held ? panel.dataset.ofHold : panel.dataset.ofRepetition);
    panel.classList.toggle("replay--mirrored", mirrored);
    panel.classList.toggle("replay--good", !one.fault);
    words.textContent = one.words;
    you.textContent = held ? you.dataset.ofHold.replace("{seconds}", Math.round(one.worst_s - one.start_s)) : you.dataset.ofRepetition;
    find("replay-other").hidden = !exercise;
    if (exercise) beside(exercise);
    into = 0;
    if (calm.matches) stand();
    else run(true);
  }

  function hide() {
    if (!shown) return;
    shown = null;
    cancelAnimationFrame(asked);
    panel.hidden = true;
    panel.dispatchEvent(new CustomEvent("replay:closed", { bubbles: true }));
  }

  /** Still, all the way out or at the worst: for who asked for less motion. */
  function stand() {
    run(false);
    pause.hidden = true;
    into = shown.lasts / 2;
    draw();
  }

  function run(on) {
    running = on;
    pause.hidden = false;
    pause.setAttribute("aria-pressed", String(!on));
    pause.querySelectorAll("[data-on]").forEach((one) => one.toggleAttribute("hidden", on));
    pause.querySelectorAll("[data-off]").forEach((one) => one.toggleAttribute("hidden", !on));
    cancelAnimationFrame(asked);
    let before = performance.now();
    const frame = (now) => {
      into = (into + Math.min(0.1, (now - before) / 1000)) % (shown.lasts + RESTS_S);
      before = now;
      draw();
      asked = requestAnimationFrame(frame);
    };
    if (on) asked = requestAnimationFrame(frame);
    draw();
  }

  const beat = () => beatAt(Math.min(1, into / shown.lasts));

  function draw() {
    const [width, height] = [canvas.clientWidth, canvas.clientHeight];
    if (!width || !height) return;
    if (shown.shape !== width / height) {
      shown.shape = width / height;
      shown.fitted = fitted(shown.moments, shown.seenShape, shown.shape);
    }
    const image = landmarksAt(shown.fitted, momentOf(beat(), shown.ways));
    drawSkeleton(canvas, image, { width, height });
    markPoints(canvas, image, shown.points);
    moving?.ask();
  }

  async function beside({ clip, sides, stills }) {
    slot.querySelectorAll(":scope > :not(canvas)").forEach((one) => one.remove());
    slot.prepend(stills);
    if (!clip || !mayMove()) return;
    try {
      moving ??= await movingIn(slot, slot.dataset.body, now);
      about = (await moving.show(clip, sides === "alternating")) ?? about;
      moving.ask();
    } catch {
      moving?.hide(); // the stills stand there
    }
  }

  function now() {
    if (!about || !shown) return { time: 0, breath: 0, other: false, view: { yaw: 0, pitch: PITCH }, goesOn: false };
    const other = shown.side === "right";
    const yaw = YAW[shown.view] ?? (other ? -about.yaw_deg : about.yaw_deg);
    return { time: momentOfFigure(shown.held ? STAYS : beat(), about), breath: 0, other, view: { yaw, pitch: PITCH, across: other }, goesOn: false };
  }

  function end() {
    hide();
    moving?.end();
    moving = null;
  }

  return { show, hide, end, isShown: () => shown !== null };
}
