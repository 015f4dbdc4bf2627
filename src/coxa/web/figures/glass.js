// What stands before the person is shown as glass: a chair's back or a wall, seen from behind it. As on the stills, a
// thing counts as before them if it hides more than a share of the body; how solid it stays then, the palette says.
import { Raycaster, Vector3 } from "three";

const HIDES = 0.12;
const STEP = 0.12; // of its solidity that a thing loses or gains in a frame

export function seeThrough(figure) {
  const ray = new Raycaster();
  const way = new Vector3();
  let turn = 0; // one thing is asked about in a frame: who stands where changes slowly
  let aims = new Map();

  function hides(thing, eye) {
    let hit = 0;
    for (const end of figure.limbs) {
      way.set(end.x, end.y, end.z).sub(eye);
      ray.far = way.length() - end.w;
      ray.set(eye, way.normalize());
      if (ray.intersectObject(thing, true).length) hit += 1;
    }
    return hit > HIDES * figure.limbs.length;
  }

  return {
    reset() {
      aims = new Map();
    },
    /** Looks from `eye`; says whether everything is now as it will stay from there. */
    look(eye) {
      const things = figure.things().filter((one) => solidity(one) < 1);
      if (!things.length) return true;
      turn = (turn + 1) % things.length;
      aims.set(things[turn], hides(things[turn], eye) ? solidity(things[turn]) : 1);
      return things.map((one) => settle(one, aims.get(one))).every(Boolean);
    },
  };
}

const solidity = (thing) => Math.min(...materials(thing).map((one) => one.userData.looks[0].in_front ?? 1));

function settle(thing, aim) {
  if (aim === undefined) return false; // not asked about yet
  let there = true;
  for (const material of materials(thing)) {
    const { solid } = material.uniforms;
    solid.value += Math.max(-STEP, Math.min(STEP, aim - solid.value));
    there &&= solid.value === aim;
    material.transparent = solid.value < 1 || "FADES" in material.defines;
    material.depthWrite = !material.transparent;
  }
  return there;
}

function materials(thing) {
  const found = [];
  thing.traverse((one) => one.isMesh && found.push(one.material));
  return found;
}
