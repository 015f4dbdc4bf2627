import { behaviour } from "../assets/attach.js";
import { phrase } from "../assets/phrases.js";
import { same, toward, turned, VIEWS } from "../figures/camera.js";
import { movingIn } from "../figures/moving.js";
import { turning } from "../figures/turning.js";
import { mayMove } from "../figures/wanted.js";

// The figure that follows the explorer's sliders. The server sends the joint that is moved from end to end; here it is
// shown at the share of the way where its slider stands, so that nothing is fetched on the way.
behaviour("posed-figure", async (slot) => {
  const form = slot.closest("[data-behaviour~=pose-explorer]").querySelector("[data-pose-form]");
  const gone = () => {
    slot.hidden = true;
  };
  if (!mayMove()) return gone();
  slot.addEventListener("figure:gone", gone);
  return start(slot, form).catch(gone);
});

async function start(slot, form) {
  const { body, clips, title } = slot.dataset;
  const state = { lasts: 0, shown: "", view: VIEWS.side, aim: VIEWS.side };
  const figure = await movingIn(slot, body, moment);

  function moment(seconds) {
    state.view = toward(state.view, state.aim, seconds);
    const { view, aim, lasts } = state;
    return { time: lasts * shareOf(form), breath: 0, other: false, view, goesOn: !same(view, aim) };
  }

  /** The clip of what is moved now; the same one as long as nothing else moves. */
  async function follow() {
    const address = addressOf(clips, form);
    if (address === state.shown) return figure.ask();
    state.shown = address;
    const about = await figure.show(address, false).catch(() => null);
    if (!about) return null;
    const first = !state.lasts;
    state.lasts = about.out_s;
    state.aim = { yaw: about.yaw_deg, pitch: about.pitch_deg };
    if (first) state.view = state.aim;
    return figure.ask();
  }

  const { canvas } = figure;
  canvas.tabIndex = 0;
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", phrase("{title}. The arrow keys turn it.", { title }));
  turning(canvas, (yaw, pitch) => {
    state.view = turned(state.view, yaw, pitch);
    state.aim = state.view;
    figure.ask();
  });
  form.addEventListener("input", follow);
  form.addEventListener("change", follow);
  return follow();
}

function addressOf(clips, form) {
  const asked = new URLSearchParams(new FormData(form));
  asked.set(form.elements.along.value, 0); // wherever it stands, it is the same clip
  return `${clips}?${asked}`;
}

function shareOf(form) {
  const { min, max, value } = form.elements[form.elements.along.value];
  return Math.min(1, Math.max(0, (Number(value) - min) / (max - min)));
}
