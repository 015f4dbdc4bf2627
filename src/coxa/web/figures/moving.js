// A moving figure over the stills of a slot. What it shows at each moment is asked of whoever wanted it.
import { framesFor } from "./frames.js";
import { bytes } from "./loaded.js";
import { onceCalm } from "./wanted.js";

const MOST = 2; // canvases at a time: browsers take away the oldest of too many, without asking
const alive = [];

/** Puts a figure into `slot`; it is seen once it is given a clip to `show`. `now(seconds)` gives {time, breath, other,
 *  view, goesOn}: the clip's time, the chest, whether it is the other side's turn, where one looks from, and whether
 *  the next moment differs. Rejects where nothing can be drawn or loaded; the stills are as they were. */
export async function movingIn(slot, bodyAddress, now) {
  const canvas = Object.assign(document.createElement("canvas"), { className: "figure-slot__canvas" });
  const [{ stageOn }, body] = await Promise.all([import("./stage.js"), bytes(bodyAddress)]);
  if (!slot.isConnected) throw new Error("the page went on");
  sweep();
  if (alive.length >= MOST) alive[0].end();
  const one = { slot, end };
  alive.push(one);
  let about = null;
  let latest = "";
  let showing = null;
  let shown = false;
  let ended = false;

  slot.append(canvas);
  const stage = await stageOn(canvas, body, () => frames?.ask()).catch((fault) => {
    drop();
    throw fault;
  });
  let sharpness = 1;
  const fit = () => {
    if (slot.clientWidth && slot.clientHeight) stage.size(slot.clientWidth, slot.clientHeight, sharpness);
  };
  const resized = new ResizeObserver(() => {
    fit();
    frames.ask();
  });
  const frames = framesFor(slot, draw, (share) => {
    sharpness = share;
    fit();
  });
  fit();
  resized.observe(slot);
  canvas.addEventListener("webglcontextlost", end);
  const forgetCalm = onceCalm(end);

  function draw(seconds) {
    if (!about) return false;
    if (!slot.isConnected) return end();
    const { time, breath, other, view, goesOn } = now(seconds);
    stage.pose(time, breath, other);
    const settled = stage.draw(view);
    if (!shown && !stage.works()) return end();
    if (!shown) reveal();
    return goesOn || !settled;
  }

  function reveal() {
    shown = true;
    slot.dataset.moving = "";
    performance.mark("coxa:figure-moves");
  }

  /** Another clip; gives what it says about itself, or null if one asked for later has come before. Until it is here
   *  the figure stays as it is. `alternating`: the other side is shown too, from the same place. */
  async function show(address, alternating) {
    latest = address;
    const clip = await bytes(address);
    await showing;
    if (ended || latest !== address) return null;
    showing = stage.show(clip, alternating).catch(() => null);
    about = await showing;
    if (!about) throw new Error(`${address} cannot be shown`);
    frames.ask();
    return about;
  }

  /** The stills again, until the next clip is here. */
  function cover() {
    about = null;
    shown = false;
    delete slot.dataset.moving;
  }

  /** The stills again, and whatever is on its way is not shown. */
  function hide() {
    latest = "";
    cover();
  }

  function drop() {
    canvas.remove();
    delete slot.dataset.moving;
    alive.splice(alive.indexOf(one), 1);
  }

  function end() {
    if (ended) return false;
    ended = true;
    drop();
    about = null;
    frames.end();
    forgetCalm();
    resized.disconnect();
    stage.dispose();
    slot.dispatchEvent(new CustomEvent("figure:gone"));
    return false;
  }

  return { canvas, show, cover, hide, ask: frames.ask, end };
}

/** Ends the figures of slots that are no longer on the page. */
function sweep() {
  alive.filter((one) => !one.slot.isConnected).forEach((one) => one.end());
}
document.addEventListener("htmx:afterSwap", sweep);
