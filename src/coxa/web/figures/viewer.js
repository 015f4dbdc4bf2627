// Figures that move and can be turned, over their stills: one, or a right and a wrong one that keep the same time.
// Without this file, or where nothing can move, the stills stay.
import { behaviour } from "../assets/attach.js";
import { phrase } from "../assets/phrases.js";
import { breathing } from "./breath.js";
import { same, toward, turned, VIEWS } from "./camera.js";
import { controlsOf } from "./controls.js";
import { bytes } from "./loaded.js";
import { movingIn } from "./moving.js";
import { turning } from "./turning.js";
import { firstSign, mayMove } from "./wanted.js";

const SLOW = 0.5;
const LONG_HOLD_S = 1.5; // a hold shorter than this has no time for a breath

behaviour("motion-viewer", async (root) => {
  const slots = [...root.querySelectorAll("[data-figure-slot]")];
  const asStills = () => {
    root.dataset.state = "stills";
  };
  if (!mayMove()) return asStills();
  const here = firstSign();
  await painted(slots[0].querySelector("img"));
  await near(slots[0]);
  await here;
  slots.forEach((slot) => slot.addEventListener("figure:gone", asStills));
  return start(root, slots).catch(asStills);
});

async function start(root, slots) {
  const { body, sides } = root.dataset;
  const state = { playing: true, slow: false, time: 0, breath: 0, other: false, view: VIEWS.front, aim: VIEWS.front };
  const breath = breathing();
  const abouts = [];
  slots.forEach((slot) => bytes(slot.dataset.clip).catch(() => {})); // on their way meanwhile; `show` says if one failed

  // The first figure leads: time passes once in a frame, however many there are.
  const figures = await Promise.all(slots.map((slot, n) => movingIn(slot, body, (seconds) => moment(seconds, n))));

  function moment(seconds, n) {
    if (n === 0) pass(seconds);
    const { other, playing } = state;
    const time = (state.time / lastsOf(abouts[0])) * lastsOf(abouts[n]);
    const view = { ...state.view, across: other && sides === "each" };
    return { time, breath: state.breath, other, view, goesOn: playing || !same(view, state.aim) };
  }

  function pass(seconds) {
    const passed = state.playing ? seconds * (state.slow ? SLOW : 1) : 0;
    const lasts = lastsOf(abouts[0]);
    const time = state.time + passed;
    // Where left and right alternate, each repetition is the other side's. The place one looks from stays.
    if (time >= lasts && sides === "alternating") state.other = !state.other;
    state.time = time % lasts;
    state.breath = breath(passed, isHeld());
    state.view = toward(state.view, state.aim, seconds);
  }

  function isHeld() {
    const { out_s, hold_s } = abouts[0];
    const into = state.time - out_s;
    return hold_s >= LONG_HOLD_S && into > 0 && into < hold_s;
  }

  async function show(n, address) {
    const about = await figures[n].show(address, sides === "alternating");
    if (!about) return;
    abouts[n] = about;
    if (n > 0) return;
    const view = mine(home());
    act({ time: 0, view, aim: view });
  }

  const home = () => ({ yaw: abouts[0].yaw_deg, pitch: abouts[0].pitch_deg });
  const mine = ({ yaw, pitch }) => ({ yaw: state.other && sides === "each" ? -yaw : yaw, pitch });
  const views = () => ({ home: home(), ...VIEWS });

  function act(change) {
    Object.assign(state, change);
    const named = Object.keys(views()).find((name) => same(state.aim, mine(views()[name])));
    controls.draw({ ...state, named });
    figures.forEach((figure) => figure.ask());
  }

  const controls = controlsOf(root, {
    play: () => act({ playing: !state.playing }),
    slow: () => act({ slow: !state.slow }),
    view: (name) => act({ aim: mine(views()[name]) }),
    side: (name) => {
      const other = name === "right";
      if (other === state.other) return;
      const across = ({ yaw, pitch }) => ({ yaw: -yaw, pitch });
      act({ other, view: across(state.view), aim: across(state.aim) });
    },
    form: async ({ dataset }) => {
      await show(0, dataset.clip);
      name(figures[0].canvas, dataset.title);
    },
  });
  figures.forEach(({ canvas }, n) => {
    canvas.tabIndex = 0;
    canvas.setAttribute("role", "img");
    name(canvas, slots[n].dataset.title);
    turning(canvas, (yaw, pitch) => {
      const view = turned(state.view, yaw, pitch);
      act({ view, aim: view });
    });
  });
  // The leader last: until it knows its clip nothing is drawn.
  for (let n = slots.length - 1; n >= 0; n -= 1) await show(n, slots[n].dataset.clip);
  root.dataset.state = "moving";
  // Now that nothing is in a hurry: the stills that are not seen, for a printer, or if the canvas is taken away.
  root.querySelectorAll("img[loading=lazy]").forEach((image) => {
    image.loading = "eager";
  });
}

const name = (canvas, title) => canvas.setAttribute("aria-label", phrase("{title}, moving. The arrow keys turn it.", { title }));

const lastsOf = ({ out_s, hold_s, back_s }) => out_s + hold_s + back_s;

/** When the still stands on the page: the figure must not take the line from it. */
async function painted(image) {
  if (!image) return;
  if (!image.complete) await new Promise((done) => ["load", "error"].forEach((name) => image.addEventListener(name, done, { once: true })));
  await image.decode().catch(() => {});
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}

/** When the slot is on the screen, or about to be. */
const near = (slot) =>
  new Promise((done) => {
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry.isIntersecting) return;
        observer.disconnect();
        done();
      },
      { rootMargin: "200px" },
    );
    observer.observe(slot);
  });
