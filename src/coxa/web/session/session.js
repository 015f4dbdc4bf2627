// The session: wires the machine to the page, the voice, the keys and the diary.
import { behaviour } from "../assets/attach.js";
import { phrase } from "../assets/phrases.js";
import { keep, waiting } from "../diary/queue.js";
import * as bodies from "./bodies.js";
import * as buzz from "./buzz.js";
import { cameraOf } from "./camera.js";
import * as chimes from "./chimes.js";
import { clockOf } from "./clock.js";
import { chimeOf, coming } from "./coming.js";
import { finishing } from "./finish.js";
import { hurting } from "./hurts.js";
import { listen } from "./keys.js";
import * as machine from "./machine.js";
import * as media from "./media.js";
import { forget, save, saved } from "./saved.js";
import { due, spokenIn } from "./speaking.js";
import { viewOf } from "./view.js";
import * as voice from "./voice.js";
import { maySleep, stayAwake } from "./wake-lock.js";
import { setOf } from "./words.js";

const TICK_MS = 100;
const ASLEEP_MS = 5000; // a page that neither ran nor sounded for so long was not followed: it pauses
const AHEAD_MS = 90_000; // so far ahead the chimes are given to the sound card; a page in the background may sleep a minute
const REST_AFTER_MS = 3000; // the last chime sounds out
const AGAIN_MS = 30_000; // and they are given anew so often

behaviour("session", (root) => {
  const script = JSON.parse(document.getElementById("session-script").textContent);
  const { profile, key } = root.dataset;
  const place = `${profile}:${key}`;
  const planned = script.items.map((one) => one.exercise_id).join();
  const view = viewOf(root);
  const run = { id: null, activeMs: 0, forms: {}, state: null };
  let timer;
  let clock;
  let plannedFor = 0; // milliseconds since the chimes were given to the sound card
  let said = []; // what the voice says in this step

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
    chimes.wake().then(plan);
    endKeys = listen(act);
    media.begin(act);
    camera.offer();
    clock = clockOf(chimes.time, () => performance.now());
    timer = setInterval(tick, TICK_MS);
    entered(step());
    draw();
  }

  function tick() {
    const { ms, heard } = clock();
    if (run.state.paused || machine.isOver(run.state)) return;
    camera.tick();
    if (ms > ASLEEP_MS && !heard) return apply([machine.pause(run.state), []]);
    if (Number.isFinite(step().seconds) && !step().waits) run.activeMs += ms;
    const { at, elapsed } = run.state;
    follow(machine.tick(run.state, ms), true);
    plannedFor += ms;
    if (machine.isOver(run.state)) return;
    if (run.state.at === at) speak(due(said, elapsed, run.state.elapsed));
    if (plannedFor > AGAIN_MS) plan();
  }

  /** Somebody, or the camera, has done something: what was to sound by the clock is not right any more. */
  function apply(change) {
    follow(change, false);
    plan();
  }

  function follow([state, events], byClock) {
    const before = step();
    run.state = state;
    events.forEach((event) => on(event, byClock));
    if (machine.isOver(run.state)) return;
    if (before !== step()) buzz.buzz(before, step());
    draw();
  }

  function plan() {
    if (machine.isOver(run.state)) return;
    plannedFor = 0;
    chimes.plan(coming(run.state, AHEAD_MS), tick, AHEAD_MS);
  }

  function speak(words) {
    if (voice.isOn(step().position)) words.forEach(voice.add);
  }

  function on(event, byClock) {
    if (event.type === "set_done") note(bodies.setDone(run.id, event.step, event));
    if (event.type === "entered") entered(event.step, byClock);
    if (event.type === "finished") finished(byClock);
  }

  /** `sounded`: the sound card had its chime before. */
  function entered(now, sounded = false) {
    view.enter(run.state.steps, run.state.at, script.items.length);
    view.pressed("voice", voice.isOn(now.position));
    said = spokenIn(run.state.steps, run.state.at);
    if (voice.isOn(now.position)) voice.hush();
    speak(due(said, -1, 0));
    if (!sounded) chimes.chime(chimeOf(now));
    camera.entered(now, setFrom(run.state));
    save(place, { id: run.id, at: run.state.at, activeMs: run.activeMs, forms: run.forms, planned });
  }

  function draw() {
    view.move(step(), run.state, machine.shareOf(run.state), camera.seen());
    camera.pause(run.state.paused);
    view.pressed("toggle", run.state.paused || step().waits);
    root.classList.toggle("session--paused", run.state.paused);
    media.show(step().name, setOf(step()), run.state.paused);
  }

  function stepsOf(item, id) {
    return script.forms[item]?.[id]?.steps ?? script.steps.filter((one) => one.item === item && one.exercise_id === id);
  }

  /** The easier or harder form of this exercise that is here, or what does the same work, or undefined. */
  function formOf(way) {
    const { item } = step();
    const forms = way === "swapped" ? otherThan(step()) : step()[way];
    return forms.find((id) => stepsOf(item, id).length);
  }

  /** Swapped twice, the planned one is back. */
  function otherThan({ item, exercise_id }) {
    return [script.swaps[item], script.items[item].exercise_id].filter((id) => id && id !== exercise_id);
  }

  function change(way) {
    const { item } = step();
    const to = formOf(way);
    note(bodies.changed(run.id, step(), way, to ?? null));
    if (!to) return view.says(WITHOUT_FORM[way]);
    run.forms[item] = to;
    const steps = stepsOf(item, to).map((one) => ({ ...one, waits: one.waits || one.kind === "ready" }));
    apply(machine.replaceItem(run.state, item, steps));
    return view.says(saidOf[way](step()));
  }

  function skip() {
    note(bodies.changed(run.id, step(), "skipped"));
    apply(machine.skipItem(run.state));
  }

  function finished(sounded) {
    const seconds = run.activeMs / 1000;
    stop();
    const entry = note(bodies.done(run.id, seconds));
    if (!sounded) chimes.chime("done");
    setTimeout(chimes.rest, REST_AFTER_MS);
    finishing(root, view, { profile, id: run.id, entry, seconds });
  }

  /** Nothing runs any more; what was done is kept. */
  function stop() {
    clearInterval(timer);
    camera.end();
    endKeys();
    media.end();
    maySleep();
    voice.hush();
    forget(place);
  }

  function endHurt() {
    const seconds = run.activeMs / 1000;
    stop();
    chimes.plan([]);
    note(bodies.done(run.id, seconds));
  }

  let endKeys = () => {};
  const forms = script.forms.flatMap((one) => Object.values(one)).flatMap((one) => one.steps);
  const camera = cameraOf(root, [...script.steps, ...forms], view, {
    counted(repetitions) {
      const { at } = run.state;
      apply(machine.counted(run.state, repetitions));
      if (run.state.at === at) chimes.chime("tick");
    },
    held(seconds) {
      const { at } = run.state;
      follow(machine.held(run.state, seconds), false);
      if (run.state.at !== at) plan();
    },
    lead(on) {
      const was = run.state;
      run.state = machine.led(was, on);
      if (run.state !== was) plan();
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
    resume: async () => resume(await saved(place)),
    toggle: () => apply(step().waits ? machine.next(run.state) : [machine.toggle(run.state), []]),
    next: () => apply(machine.next(run.state)),
    back: () => apply(machine.back(run.state)),
    easier: () => change("easier"),
    harder: () => change("harder"),
    swap: () => change("swapped"),
    skip,
    effort: (button) => {
      note(bodies.effort(run.id, step(), button.dataset.left));
      apply(machine.next(run.state));
    },
    voice: () => {
      voice.choose(!voice.isOn(step().position));
      view.pressed("voice", voice.isOn(step().position));
      voice.hush();
      speak([step().voice]);
    },
    chimes: () => {
      chimes.choose(!chimes.isOn());
      view.pressed("chimes", chimes.isOn());
      plan();
    },
    buzz: () => choose("buzz", buzz),
    media: () => choose("media", media),
    camera: camera.toggle,
    smaller: camera.smaller,
    leave: () => window.location.assign(root.querySelector("[data-home]").href),
    ...hurts,
  };

  /** What this device may do: on or off, remembered here. */
  function choose(name, able) {
    able.choose(!able.isOn());
    view.pressed(name, able.isOn());
  }

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
  view.show(view.find("device"), buzz.canBuzz() || media.canControl());
  view.pressed("buzz", buzz.isOn());
  view.pressed("media", media.isOn());
  view.show(root.querySelector("[data-act=buzz]"), buzz.canBuzz());
  view.show(root.querySelector("[data-act=media]"), media.canControl());
  view.show(root.querySelector("[data-act=voice]"), voice.canSpeak());
  voice.captionBy((words) => {
    view.find("caption").textContent = words;
  });
  saved(place).then((was) => view.show(root.querySelector("[data-act=resume]"), was?.planned === planned));
  window.addEventListener("pagehide", camera.end);
  waiting(profile).then((some) => some && document.dispatchEvent(new CustomEvent("diary:kept")));
});

/** The set that is on, or comes next. */
const setFrom = ({ steps, at }) => steps.slice(at).find((one) => one.kind === "work");

const saidOf = {
  easier: ({ name }) => phrase("Easier: {name}.", { name }),
  harder: ({ name }) => phrase("Harder: {name}.", { name }),
  swapped: ({ name }) => phrase("Instead: {name}.", { name }),
};

const WITHOUT_FORM = {
  easier: phrase("There is no easier form here. Make the movement smaller and slower. Your next plan knows."),
  harder: phrase("There is no harder form to offer today. Your next plan knows."),
  swapped: phrase("Nothing else here does the same work. Make it smaller, or leave it out."),
};
