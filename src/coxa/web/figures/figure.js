// The person and what they use: the shared body with one clip at a time. Who looks and when is not its matter.
import { AnimationClip, AnimationMixer, Box3, Group, Vector3 } from "three";
import { GLTFLoader } from "three/examples/jsm/loaders/GLTFLoader.js";

import { placeLimbs } from "./limbs.js";
import { litMaterial } from "./lit.js";
import { asOneBody, movedByRows } from "./one-body.js";

const BREATH_M = 0.006; // how far the chest comes forward and up
const MOMENTS = 8; // of a clip, to know how much room it takes
const STILL = new AnimationClip("still", 0, []);
const FORWARD_UP = new Vector3(0, 0.55, 0.83);
// What stands behind or lies under everything: no picture has to hold it, it ends softly where the picture ends. As
// coxa.motion.props has it.
export const BACKDROPS = new Set(["mat", "tape", "wall"]);
const FLAT = new Set(["mat", "tape"]);

const read = (buffer, plugin) => (plugin ? new GLTFLoader().register(plugin) : new GLTFLoader()).parseAsync(buffer, "");

/** `shared` is the stage's light, `palette` the materials by name. */
export async function figureOf(bodyBytes, shared, palette) {
  const root = new Group();
  const { scene } = await read(bodyBytes, asOneBody);
  root.add(scene);
  const bones = {};
  let loaded = null;
  scene.traverse((one) => {
    if (one.isBone) bones[one.name] = one;
    if (one.isSkinnedMesh) loaded = one;
  });
  shared.bones.value = new Float32Array(12 * loaded.skeleton.bones.length);
  const looks = (names) => names.map((name) => palette[name]);
  const placeSkin = movedByRows(loaded, shared.bones.value, (names, count) => litMaterial(shared, looks(names), { bones: count }));
  const chest = { bone: bones.chest, rest: bones.chest.position.clone() };
  let clip = null;

  /** Takes up a clip: its movement and its things. Gives what the clip says about itself. */
  async function take(clipBytes) {
    const { scene: there, animations, asset } = await read(clipBytes);
    leave();
    standAs(there);
    const things = thingsOf(there, bones);
    things.forEach(({ node, parent }) => (parent ?? root).add(node));
    things.forEach(({ node }) => dress(node, shared, palette));
    const mixer = new AnimationMixer(root); // after the things: it looks for what it moves by name
    const [movement = STILL] = animations; // who only stays as they are has none
    mixer.clipAction(movement).play();
    clip = { mixer, movement, things: things.map((one) => one.node) };
    return asset.extras;
  }

  /** A joint that does not move in a clip has no channel: its node says how it is held. */
  function standAs(there) {
    there.traverse((node) => bones[node.name]?.quaternion.copy(node.quaternion));
    bones.pelvis.position.copy(there.getObjectByName("pelvis").position);
  }

  function leave() {
    if (!clip) return;
    clip.mixer.stopAllAction();
    clip.mixer.uncacheRoot(root);
    clip.things.forEach(discard);
    clip = null;
  }

  /** `time` is in seconds of the clip; `breath` 0 to 1 is how full the chest is. */
  function pose(time, breath) {
    if (!clip) return;
    clip.mixer.setTime(Math.max(0, Math.min(time, clip.movement.duration - 1e-4))); // at its end it would start anew
    chest.bone.position.copy(chest.rest).addScaledVector(FORWARD_UP, BREATH_M * breath);
  }

  function mirror(on) {
    root.scale.x = on ? -1 : 1;
  }

  /** Everything that a picture of the clip should hold, as balls x, y, z, radius in one row: the ends of the body's
   *  limbs at moments from start to end, and the corners of its things. A mirror changes the sign of x. */
  function extent() {
    const found = [];
    mirror(false);
    for (let n = 0; n < MOMENTS; n += 1) {
      pose((clip.movement.duration * n) / MOMENTS, 0);
      root.updateMatrixWorld(true);
      placeLimbs(bones, shared.limbs.value);
      shared.limbs.value.forEach((end) => found.push(...end.toArray()));
      clip.things.filter((one) => !isBackdrop(one)).forEach((one) => found.push(...cornersOf(one)));
    }
    return found;
  }

  return {
    root,
    take,
    pose,
    mirror,
    extent,
    /** Where joints and limbs are now, for what is drawn. */
    place() {
      root.updateMatrixWorld();
      placeSkin();
      placeLimbs(bones, shared.limbs.value);
    },
    things: () => clip?.things ?? [],
    limbs: shared.limbs.value,
    dispose() {
      leave();
      discard(root);
    },
  };
}

/** The clip's things, each with the joint that it is fixed to, if it is. */
function thingsOf(scene, bones) {
  const found = [];
  const look = (node) => {
    if (holdsMesh(node)) found.push({ node, parent: bones[node.parent?.name] });
    else node.children.forEach(look);
  };
  look(scene);
  return found;
}

// A joint's node holds what is fixed to it: the thing is its child, not the joint.
const holdsMesh = (node) => node.isMesh || (node.isGroup && node.children.length > 0 && node.children.every((one) => one.isMesh));

const isBackdrop = (thing) => {
  let found = false;
  thing.traverse((one) => {
    found ||= one.isMesh && "FADES" in one.material.defines;
  });
  return found;
};

function cornersOf(thing) {
  const { min, max } = new Box3().setFromObject(thing);
  const found = [];
  for (const x of [min.x, max.x]) for (const y of [min.y, max.y]) for (const z of [min.z, max.z]) found.push(x, y, z, 0);
  return found;
}

function dress(node, shared, palette) {
  node.traverse((one) => {
    if (!one.isMesh) return;
    const { name, color } = one.material;
    one.material.dispose();
    one.material = litMaterial(shared, [palette[name] ?? plain(color)], { fades: BACKDROPS.has(name), flat: FLAT.has(name) });
  });
}

const plain = (color) => ({ light: `#${color.getHexString()}`, dark: `#${color.getHexString()}` });

function discard(node) {
  node.removeFromParent();
  node.traverse((one) => {
    one.geometry?.dispose();
    one.material?.dispose();
  });
}
