// The session: wires the machine to the page, the voice, the keys and the diary.
import { behaviour } from "../assets/attach.js";
import { keep, waiting } from "../diary/queue.js";
import * as bodies from "./bodies.js";
import { cameraOf } from "./camera.js";
import * as chimes from "./chimes.js";
import { finishing } from "./finish.js";
import { hurting } from "./hurts.js";
import { listen } from "./keys.js";
import * as machine from "./machine.js";
import { forget, save, saved } from "./saved.js";
import { viewOf } from "./view.js";
import * as voice from "./voice.js";
import { maySleep, stayAwake } from "./wake-lock.js";
import { repetition } from "./words.js";

const TICK_MS = 100;
const ASLEEP_MS = 5000; // a page that heard nothing for so long was not watched: it pauses

behaviour("session", (root) => {
  const script = JSON.parse(document.getElementById("session-script").textContent);
  const { profile, key } = root.dataset;
  const place = `${profile}:${key}`;
  const planned = script.items.map((one) => one.exercise_id).join();
  const view = viewOf(root);
  const run = { id: null, activeMs: 0, forms: {}, state: null };
  let timer;
  let last = 0;
  let beat = "";

  const note = (body) => keep(profile, body);
  const step = () => machine.stepOf(run.state);

  function start() {
    run.id = crypto.randomUUID();
    note(bodies.started(run.id, script));
    // Ready was just said: the first exercise counts its setting up and does not ask again.
    const steps = script.steps.map((one, n) => (n ? one : { ...one, waits: false }));
    go(steps, 0, false);
  }

  function resume(was) {
    Object.assign(run, { id: was.id, activeMs: was.activeMs, forms: was.forms });
    let state = machine.begin(script.steps);
    for (const [item, id] of Object.entries(was.forms)) [state] = machine.replaceItem(state, Number(item), stepsOf(Number(item), id));
    go(state.steps, was.at, true);
  }

  function go(steps, at, paused) {
    run.state = { ...machine.begin(steps, at), paused };
    view.part("player");
    stayAwake();
    endKeys = listen(act);
    camera.offer();
    last = performance.now();
    timer = setInterval(tick, TICK_MS);
    entered(step());
    draw();
  }

  function tick() {
    const now = performance.now();
    const gone = now - last;
    last = now;
    if (run.state.paused) return;
    camera.tick();
    if (gone > ASLEEP_MS) apply([machine.pause(run.state), []]);
    else {
      if (Number.isFinite(step().seconds) && !step().waits) run.activeMs += gone;
      apply(machine.tick(run.state, gone));
    }
  }

  function apply([state, events]) {
    run.state = state;
    events.forEach(on);
    if (machine.isOver(run.state)) return;
    draw();
    soundBeat();
  }

  function on(event) {
    if (event.type === "set_done") note(bodies.setDone(run.id, event.step, event));
    if (event.type === "entered") entered(event.step);
    if (event.type === "finished") finished();
  }

  function entered(now) {
    view.enter(run.state.steps, run.state.at, script.items.length);
    view.pressed("voice", voice.isOn(now.position));
    if (voice.isOn(now.position)) voice.say(now.voice);
    chimes.chime(now.kind === "work" ? "begin" : "end");
    camera.entered(now, setFrom(run.state));
    save(place, { id: run.id, at: run.state.at, activeMs: run.activeMs, forms: run.forms, planned });
  }

  function draw() {
    view.move(step(), run.state, machine.shareOf(run.state), camera.seen());
    camera.pause(run.state.paused);
    view.pressed("toggle", run.state.paused || step().waits);
    root.classList.toggle("session--paused", run.state.paused);
  }

  // Each repetition, and the last three seconds of what is held or rested: for who does not see the screen.
  function soundBeat() {
    const now = step();
    const { elapsed } = run.state;
    const left = Math.ceil(now.seconds - elapsed / 1000);
    const counted = now.mode === "reps" ? `r${repetition(now, elapsed)}` : left <= 3 ? `s${left}` : "";
    const fresh = `${run.state.at}${counted}`;
    if (fresh !== beat && counted && elapsed > TICK_MS * 2 && !now.waits) chimes.chime("tick");
    beat = fresh;
  }

  function stepsOf(item, id) {
    return script.forms[item]?.[id]?.steps ?? script.steps.filter((one) => one.item === item && one.exercise_id === id);
  }

  /** The easier or harder form of this exercise that is here, or undefined. */
  function formOf(way) {
    const { item } = step();
    return step()[way].find((id) => stepsOf(item, id).length);
  }

  function change(way) {
    const { item } = step();
    const to = formOf(way);
    note(bodies.changed(run.id, step(), way, to ?? null));
    if (!to) return view.says(WITHOUT_FORM[way]);
    run.forms[item] = to;
    const steps = stepsOf(item, to).map((one) => ({ ...one, waits: one.waits || one.kind === "ready" }));
    apply(machine.replaceItem(run.state, item, steps));
    return view.says(`${way === "easier" ? "Easier" : "Harder"}: ${step().name}.`);
  }

  function skip() {
    note(bodies.changed(run.id, step(), "skipped"));
    apply(machine.skipItem(run.state));
  }

  function finished() {
    const seconds = run.activeMs / 1000;
    stop();
    const entry = note(bodies.done(run.id, seconds));
    chimes.chime("done");
    finishing(root, view, { profile, id: run.id, entry, seconds });
  }

  /** Nothing runs any more; what was done is kept. */
  function stop() {
    clearInterval(timer);
    camera.end();
    endKeys();
    maySleep();
    voice.hush();
    forget(place);
  }

  function endHurt() {
    const seconds = run.activeMs / 1000;
    stop();
    note(bodies.done(run.id, seconds));
  }

  let endKeys = () => {};
  const forms = script.forms.flatMap((one) => Object.values(one)).flatMap((one) => one.steps);
  const camera = cameraOf(root, [...script.steps, ...forms], view, {
    counted: (repetitions) => apply(machine.counted(run.state, repetitions)),
    held: (seconds) => apply(machine.held(run.state, seconds)),
    lead: (on) => {
      run.state = machine.led(run.state, on);
    },
    says: view.says,
    speak: (words) => voice.isOn(step().position) && voice.add(words),
  });
  const hurts = hurting(view, {
    pause: () => apply([machine.pause(run.state), []]),
    note: (what, pain) => note(bodies.hurt(run.id, step(), what, pain)),
    end: endHurt,
    hasEasier: () => Boolean(formOf("easier")),
    easier: () => change("easier"),
    skip,
    goOn: () => apply([machine.goOn(run.state), []]),
  });

  const acts = {
    start,
    resume: () => resume(saved(place)),
    toggle: () => apply(step().waits ? machine.next(run.state) : [machine.toggle(run.state), []]),
    next: () => apply(machine.next(run.state)),
    back: () => apply(machine.back(run.state)),
    easier: () => change("easier"),
    harder: () => change("harder"),
    skip,
    effort: (button) => {
      note(bodies.effort(run.id, step(), button.dataset.left));
      apply(machine.next(run.state));
    },
    voice: () => {
      voice.choose(!voice.isOn(step().position));
      view.pressed("voice", voice.isOn(step().position));
      if (voice.isOn()) voice.say(step().voice);
      else voice.hush();
    },
    chimes: () => {
      chimes.choose(!chimes.isOn());
      view.pressed("chimes", chimes.isOn());
    },
    camera: camera.toggle,
    smaller: camera.smaller,
    leave: () => window.location.assign(root.querySelector("[data-home]").href),
    ...hurts,
  };

  function act(name, button) {
    if (root.dataset.shown !== "player" && !button) return; // keys are the player's
    view.says("");
    acts[name]?.(button);
  }

  root.addEventListener("click", (event) => {
    const button = event.target.closest("[data-act]");
    if (!button) return;
    // Pressed by a finger or a mouse: the space bar stays the session's, not this button's.
    if (event.detail > 0) button.blur();
    act(button.dataset.act, button);
  });
  document.addEventListener("diary:state", ({ detail }) => view.show(view.find("kept"), detail.waiting > 0 && detail.state === "later"));

  view.show(root.querySelector("[data-with-script]"), true);
  view.show(root.querySelector("form[data-without-script]"), false);
  view.pressed("chimes", chimes.isOn());
  view.show(root.querySelector("[data-act=voice]"), voice.canSpeak());
  view.show(root.querySelector("[data-act=resume]"), saved(place)?.planned === planned);
  window.addEventListener("pagehide", camera.end);
  if (waiting(profile)) document.dispatchEvent(new CustomEvent("diary:kept"));
});

/** The set that is on, or comes next. */
const setFrom = ({ steps, at }) => steps.slice(at).find((one) => one.kind === "work");

const WITHOUT_FORM = {
  easier: "There is no easier form here. Make the movement smaller and slower. Your next plan knows.",
  harder: "There is no harder form to offer today. Your next plan knows.",
};
