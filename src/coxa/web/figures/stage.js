// One canvas with a figure on it. This file, with three.js, is loaded only where a figure moves.
import { Color, PerspectiveCamera, Scene, Vector3, WebGLRenderer } from "three";

import palette from "../../motion/picture/palette.toml";
import { axesOf, eyeFor, fieldOfHeight } from "./camera.js";
import { hasCard } from "./card.js";
import { figureOf } from "./figure.js";
import { floorOf } from "./floor.js";
import { seeThrough } from "./glass.js";
import { sharedLight, tinted } from "./lit.js";

const FINEST = 2; // device pixels a CSS pixel: more is not seen on something that moves
const dark = matchMedia("(prefers-color-scheme: dark)");

/** Thrown where the browser gives no canvas to draw on; the stills stay. */
export class NoCanvasError extends Error {}

/** A stage on `canvas`. `changed` is called when it should be drawn anew for a reason of its own. */
export async function stageOn(canvas, bodyBytes, changed) {
  const card = hasCard();
  const context = canvas.getContext("webgl2", { alpha: true, antialias: card, powerPreference: "low-power" });
  if (!context) throw new NoCanvasError("this browser gives no WebGL 2");
  const renderer = new WebGLRenderer({ canvas, context });
  const finest = card ? FINEST : 1;
  renderer.debug.checkShaderErrors = false; // asking waits for the compiler; `works` asks later
  const [scene, camera, shared] = [new Scene(), new PerspectiveCamera(), sharedLight()];
  const figure = await figureOf(bodyBytes, shared, palette.materials);
  const floor = floorOf(shared);
  scene.add(figure.root, floor.root);
  const glass = seeThrough(figure);
  scene.matrixWorldAutoUpdate = false; // done by hand, once: the body is placed before anything is drawn
  const to = new Vector3();
  renderer.compile(scene, camera); // goes on beside the page, while the clip is read
  let room = { own: [], across: [] }; // what a picture should hold, as balls, for either side

  function tint() {
    const theme = dark.matches ? "dark" : "light";
    const lights = palette.themes[theme];
    for (const name of ["sky", "ground", "key", "rim"]) lamp(shared[name].value, lights[name], lights[`${name}_strength`]);
    floor.tint(lights);
    figure.root.traverse((one) => one.material && tinted(one.material, theme));
    changed();
  }
  dark.addEventListener("change", tint);

  return {
    /** Shows a clip; gives what it says about itself: out_s, hold_s, back_s, yaw_deg, pitch_deg. If `alternating`, the
     *  picture has room for both sides. */
    async show(clipBytes, alternating) {
      const about = await figure.take(clipBytes);
      const own = figure.extent();
      const across = own.map((number, n) => (n % 4 ? number : -number));
      const both = [...own, ...across];
      room = alternating ? { own: both, across: both } : { own, across };
      glass.reset();
      const [low, high] = cornersOf(both);
      shared.low.value.fromArray(low);
      shared.high.value.fromArray(high);
      floor.fit(low, high);
      tint();
      return about;
    },
    /** The clip at `time` seconds, the chest `breath` full, for the other side if `other`. */
    pose(time, breath, other) {
      figure.mirror(other);
      figure.pose(time, breath);
    },
    size(width, height, sharpness) {
      renderer.setPixelRatio(Math.min(devicePixelRatio, finest) * sharpness);
      renderer.setSize(width, height, false);
      renderer.getDrawingBufferSize(shared.picture.value);
      camera.aspect = width / height;
      camera.fov = fieldOfHeight(width, height);
      camera.updateProjectionMatrix();
    },
    /** Draws what `view` sees (yaw, pitch; across: all is on the other side); says whether it is settled. */
    draw(view) {
      camera.position.fromArray(eyeFor(view, view.across ? room.across : room.own, camera.aspect, 1));
      camera.lookAt(to.fromArray(axesOf(view)[2]).add(camera.position));
      lampWith(camera, shared.lamp.value);
      figure.place();
      floor.root.updateMatrixWorld();
      const settled = glass.look(camera.position);
      renderer.render(scene, camera);
      return settled;
    },
    /** Whether the shaders came to work; known once something was drawn. */
    works: () => renderer.info.programs.every(({ program }) => context.getProgramParameter(program, context.LINK_STATUS)),
    dispose() {
      dark.removeEventListener("change", tint);
      figure.dispose();
      floor.dispose();
      renderer.dispose();
      renderer.forceContextLoss();
    },
  };
}

/** Lowest and highest [x, y, z] of balls x, y, z, radius, of either side. */
function cornersOf(balls) {
  const [low, high] = [new Array(3).fill(Infinity), new Array(3).fill(-Infinity)];
  balls.forEach((number, n) => {
    const [axis, radius] = [n % 4, balls[n - (n % 4) + 3]];
    if (axis === 3) return;
    low[axis] = Math.min(low[axis], number - radius);
    high[axis] = Math.max(high[axis], number + radius);
  });
  return [low, high];
}

const lamp = (value, colour, strength) => value.copy(new Color(colour)).multiplyScalar(strength);

/** The lamp hangs upper left of the viewer, wherever they go: every view is lit well. */
function lampWith(camera, towardLamp) {
  camera.updateMatrixWorld();
  const [rx, , rz] = camera.matrixWorld.elements;
  // Right and back of the viewer, both level.
  towardLamp.set(-0.55 * rx - 0.55 * rz, 0.85, -0.55 * rz + 0.55 * rx).normalize();
}
