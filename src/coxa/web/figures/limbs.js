// The body as a row of round limbs: enough to know what it stands close to, and where its shadow falls.
// [from joint, to joint, where it begins and where it ends as shares of that way, the radius there and there in metres].
import { Vector3, Vector4 } from "three";

const SIDED = [
  ["thigh", "shank", 0.05, 1, 0.09, 0.06],
  ["shank", "foot", 0.05, 1, 0.058, 0.042],
  ["foot", "toes", 0, 1.25, 0.045, 0.03],
  ["upper_arm", "forearm", 0, 1, 0.055, 0.042],
  ["forearm", "hand", 0, 1, 0.042, 0.03],
  ["hand", "fingers", 0, 1.6, 0.035, 0.025],
];

export const LIMBS = [
  ["pelvis", "lumbar_high", 0, 1, 0.125, 0.115],
  ["lumbar_high", "neck", 0.2, 0.85, 0.115, 0.105],
  ["neck_high", "head", 0.4, 2.4, 0.06, 0.092],
  ...["l", "r"].flatMap((side) => SIDED.map(([from, to, ...more]) => [`${from}_${side}`, `${to}_${side}`, ...more])),
];

/** Both ends of every limb, one after the other: x, y, z and radius. */
export const limbEnds = () => LIMBS.flatMap(() => [new Vector4(0, -9, 0, 0), new Vector4(0, -9, 0, 0)]);

const [from, to] = [new Vector3(), new Vector3()];

/** Writes where the limbs of these `bones` are into `ends`. */
export function placeLimbs(bones, ends) {
  LIMBS.forEach(([first, second, begins, finishes, thick, thin], n) => {
    from.setFromMatrixPosition(bones[first].matrixWorld);
    to.setFromMatrixPosition(bones[second].matrixWorld).sub(from);
    ends[2 * n].set(from.x + to.x * begins, from.y + to.y * begins, from.z + to.z * begins, thick);
    ends[2 * n + 1].set(from.x + to.x * finishes, from.y + to.y * finishes, from.z + to.z * finishes, thin);
  });
}
