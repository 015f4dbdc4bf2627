// The figure in the player: it does what the person does, at the pace of the count, and shows the next move between.
// Stills stand in the slot in any case; where nothing can move they are all there is.
import { behaviour } from "../assets/attach.js";
import { breathing } from "../figures/breath.js";
import { turned } from "../figures/camera.js";
import { bytes } from "../figures/loaded.js";
import { movingIn } from "../figures/moving.js";
import { turning } from "../figures/turning.js";
import { mayMove } from "../figures/wanted.js";
import { between, caughtUp, forward, momentOf } from "./following.js";

const SILENCE_MS = 300; // without a beat for so long, the session is paused
const PREVIEW = 0.5; // of its pace: for who looks what comes
const LONG_HOLD_S = 1.5; // a hold shorter than this has no time for a breath
const PATIENCE_MS = 250; // a clip that is not here by then: its stills are shown meanwhile
const HEAD_START = 1; // clip seconds a second, by which the figure catches up with the count

behaviour("session-figure", (slot) => {
  const clips = Object.fromEntries([...document.querySelectorAll("template[data-stills]")].map(({ dataset }) => [dataset.stills, dataset]));
  const moves = mayMove() && slot.dataset.body ? follow(slot, clips) : Promise.reject(new Error("stills are wanted"));
  moves.catch(() => keepStills(slot));
});

/** When the page has nothing more urgent to do, or soon. */
const idle = () => new Promise((done) => (window.requestIdleCallback ? requestIdleCallback(done, { timeout: 1000 }) : setTimeout(done, 300)));

/** All stills of the session are fetched: the network may go away in the middle. */
async function keepStills(slot) {
  await idle();
  const kept = Object.assign(document.createElement("div"), { hidden: true });
  document.querySelectorAll("template[data-stills]").forEach((one) => kept.append(one.content.cloneNode(true)));
  slot.after(kept);
}

async function follow(slot, clips) {
  let step = { kind: "rest", exercise: "", side: "both" };
  let beat = null;
  let earlier = null;
  let about = null; // of the clip that is shown
  let shown = 0;
  let other = false;
  let view = null;
  let figure = null;
  let wanted = ""; // the exercise that is shown, or on its way
  const breath = breathing();

  slot.addEventListener("session:step", ({ detail }) => {
    step = detail;
    [beat, earlier] = [null, null];
    face(step.kind === "effort" ? other : step.side === "right");
    turnTo(step.exercise);
    prefetch(step.soon.slice(0, 3));
  });
  slot.addEventListener("session:beat", ({ detail }) => {
    earlier = beat;
    beat = { ...detail, at: performance.now() };
    figure?.ask();
  });

  await idle();
  figure = await movingIn(slot, slot.dataset.body, (seconds) => {
    const awake = beat && performance.now() - beat.at < SILENCE_MS;
    if (awake) shown = moved(seconds);
    const held = step.kind !== "work" || (beat?.way === "hold" && about.hold_s >= LONG_HOLD_S);
    const turn = step.kind === "work" && beat ? beat.side === "right" : other;
    return { time: shown, breath: breath(awake ? seconds : 0, held), other: turn, view: { ...view, across: other }, goesOn: awake };
  });
  turning(figure.canvas, (yaw, pitch) => {
    view = turned(view, yaw, pitch);
    figure.ask();
  });
  if (step.exercise) turnTo(step.exercise);
  for (const id of Object.keys(clips)) await prefetch([id]); // all of them: the network may go away in the middle

  function moved(seconds) {
    const lasts = about.out_s + about.hold_s + about.back_s;
    if (step.kind === "ready" || step.kind === "side") return (shown + seconds * PREVIEW) % lasts;
    if (step.kind !== "work") return caughtUp(shown, 0, seconds, HEAD_START, lasts);
    const aim = momentOf(beat, about);
    if (!earlier) return caughtUp(shown, aim, seconds, HEAD_START, lasts);
    const before = momentOf(earlier, about);
    const apart = beat.at - earlier.at;
    const share = (performance.now() - beat.at) / apart;
    const pace = (forward(before, aim, lasts) / apart) * 1000;
    return caughtUp(shown, between(before, aim, share, lasts), seconds, pace + HEAD_START, lasts);
  }

  /** Shows another exercise, as soon as its clip is here. Where it has none, its drawing is all there is. */
  async function turnTo(exercise) {
    if (!figure || exercise === wanted) return;
    wanted = exercise;
    const { clip, sides } = clips[exercise] ?? {};
    if (!clip) return figure.hide();
    const waiting = setTimeout(figure.cover, PATIENCE_MS);
    try {
      const found = await figure.show(clip, sides === "alternating");
      if (!found) return;
      [about, shown] = [found, 0];
      view = { yaw: other ? -found.yaw_deg : found.yaw_deg, pitch: found.pitch_deg };
    } catch {
      figure.hide();
      wanted = ""; // tried again at the next step
    } finally {
      clearTimeout(waiting);
    }
  }

  /** The other side is all of it in a mirror, with the place one looks from. */
  function face(side) {
    if (view && side !== other) view = { ...view, yaw: -view.yaw };
    other = side;
  }

  function prefetch(ids) {
    return Promise.allSettled(ids.filter((id) => clips[id]?.clip).map((id) => bytes(clips[id].clip)));
  }
}
