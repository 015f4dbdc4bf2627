// The body as one mesh: its materials become a number at each vertex. Five meshes would be five drawings a frame, each
// telling the graphics card anew where the body stands; and the loader would weigh every vertex five times over.
import { BufferAttribute, BufferGeometry, Matrix4, Mesh, MeshBasicMaterial, SkinnedMesh } from "three";

const NAMES = { POSITION: "position", NORMAL: "normal", JOINTS_0: "skinIndex", WEIGHTS_0: "skinWeight" };

/** For GLTFLoader's `register`. The mesh's `userData.materials` names the materials in the order of the numbers. */
export const asOneBody = (parser) => ({
  name: "coxa_one_body",
  loadMesh(number) {
    const { primitives } = parser.json.meshes[number];
    return "JOINTS_0" in primitives[0].attributes ? joined(parser, primitives) : null;
  },
});

/** The loader's mesh gives way to one that is moved by `bones`, rows of numbers that `place()` writes: three for each,
 *  from the bind pose to the world. `dress(names, count)` gives its material. */
export function movedByRows(loaded, bones, dress) {
  const { skeleton, geometry, userData } = loaded;
  const mesh = new Mesh(geometry, dress(userData.materials, skeleton.bones.length));
  mesh.frustumCulled = false; // it moves out of the ball it was bound in, and is always to be seen
  loaded.parent.add(mesh);
  loaded.removeFromParent();
  const whole = new Matrix4();
  return function place() {
    skeleton.bones.forEach((bone, n) => {
      const { elements } = whole.multiplyMatrices(bone.matrixWorld, skeleton.boneInverses[n]);
      for (let row = 0; row < 3; row += 1) for (let part = 0; part < 4; part += 1) bones[12 * n + 4 * row + part] = elements[4 * part + row];
    });
  };
}

async function joined(parser, primitives) {
  const accessor = (number) => parser.getDependency("accessor", number);
  const { attributes } = primitives[0]; // all of them share one set of vertices
  const names = Object.keys(NAMES).filter((name) => name in attributes);
  const [corners, rows] = await Promise.all([
    Promise.all(primitives.map((one) => accessor(one.indices))),
    Promise.all(names.map((name) => accessor(attributes[name]))),
  ]);
  const { indices, sources, looks } = numbered(corners, rows[0].count);
  const geometry = new BufferGeometry();
  rows.forEach((row, n) => geometry.setAttribute(NAMES[names[n]], taken(row, sources)));
  geometry.setAttribute("look", new BufferAttribute(looks, 1));
  geometry.setIndex(new BufferAttribute(indices, 1));
  const mesh = new SkinnedMesh(geometry, new MeshBasicMaterial());
  mesh.userData.materials = primitives.map((one) => parser.json.materials[one.material].name);
  return mesh;
}

/** Triangles of all materials as one row of indices. A vertex of two materials is there twice: `sources` says of which
 *  vertex each is, `looks` of which material. */
function numbered(corners, count) {
  const whole = corners.reduce((sum, one) => sum + one.count, 0);
  const own = new Int8Array(count).fill(-1);
  const again = new Map();
  const sources = Array.from({ length: count }, (_, vertex) => vertex);
  const looks = [];
  const indices = new Uint16Array(whole);
  let at = 0;
  corners.forEach(({ array }, look) => {
    for (const vertex of array) {
      if (own[vertex] === -1) own[vertex] = look;
      indices[at] = own[vertex] === look ? vertex : double(vertex, look);
      at += 1;
    }
  });

  function double(vertex, look) {
    const key = vertex * corners.length + look;
    if (!again.has(key)) {
      again.set(key, sources.length);
      looks[sources.length] = look;
      sources.push(vertex);
    }
    return again.get(key);
  }

  own.forEach((look, vertex) => {
    looks[vertex] = Math.max(0, look);
  });
  return { indices, sources, looks: Float32Array.from(looks) };
}

/** The rows of `attribute` for these vertices, one after another. */
function taken(attribute, sources) {
  const { itemSize, normalized } = attribute;
  const { array, stride = itemSize } = attribute.data ?? attribute;
  const offset = attribute.offset ?? 0;
  const found = new array.constructor(sources.length * itemSize);
  sources.forEach((vertex, n) => {
    for (let part = 0; part < itemSize; part += 1) found[n * itemSize + part] = array[vertex * stride + offset + part];
  });
  return new BufferAttribute(found, itemSize, normalized);
}
