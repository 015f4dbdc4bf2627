// The floor is only seen where something stands on it: the shadow of the body's limbs, dark where they touch and a haze
// where they are high; and on dark paper a pool of light round the figure. Two flat sheets with what lies on the floor
// between them. The shadow is worked out at the corners of a grid: what is that soft needs no more.
import { Color, Group, Mesh, PlaneGeometry, ShaderMaterial, Vector2 } from "three";

import { LIMBS } from "./limbs.js";
import { OPENNESS } from "./lit.js";

const LIFT_M = 0.0015; // above mats, which end at the floor's height
const BELOW_M = -0.015; // below them
const ROOM_M = 0.6; // round the figure: where its shadow ends
const CELLS = 48; // a side: five or six centimetres each

export function floorOf(shared) {
  const shadow = sheet(LIFT_M, CELLS, {
    uniforms: {
      limbs: shared.limbs,
      lamp: shared.lamp,
      colour: { value: new Color() },
      strength: { value: 0 },
    },
    defines: { LIMBS: LIMBS.length },
    vertexShader: SHADOW,
    fragmentShader: COLOUR,
  });
  shadow.renderOrder = 1; // over a mat, under glass
  const pool = sheet(BELOW_M, 1, {
    uniforms: { extent: { value: new Vector2() }, colour: { value: new Color() }, strength: { value: 0 } },
    vertexShader: PLACE,
    fragmentShader: POOL,
  });
  pool.renderOrder = -1;
  const root = new Group();
  root.add(pool, shadow);
  return {
    root,
    /** Lies under everything between these corners [x, y, z]. */
    fit(low, high) {
      root.position.set((low[0] + high[0]) / 2, 0, (low[2] + high[2]) / 2);
      const size = [0, 2].map((axis) => high[axis] - low[axis] + 2 * ROOM_M);
      for (const one of [pool, shadow]) one.scale.set(size[0], 1, size[1]);
      pool.material.uniforms.extent.value.set(size[0] / 2, size[1] / 2);
    },
    tint(lights) {
      paint(shadow, lights.shadow, lights.shadow_strength);
      paint(pool, lights.pool, lights.pool_strength);
    },
    dispose() {
      for (const one of [pool, shadow]) {
        one.geometry.dispose();
        one.material.dispose();
      }
    },
  };
}

function sheet(height, cells, shaders) {
  const material = new ShaderMaterial({ ...shaders, transparent: true, depthWrite: false });
  const mesh = new Mesh(new PlaneGeometry(1, 1, cells, cells).rotateX(-Math.PI / 2), material);
  mesh.position.y = height;
  return mesh;
}

function paint(one, colour, strength) {
  one.visible = strength > 0;
  one.material.uniforms.colour.value.set(colour);
  one.material.uniforms.strength.value = strength;
}

const SHADOW = `
  #define LAMP_SHADOW
  ${OPENNESS}
  varying float vDark;
  void main() {
    vec4 at = modelMatrix * vec4(position, 1.0);
    vec2 open = openness(at.xyz, vec3(0.0, 1.0, 0.0), 0.3, 0.06);
    float ends = 1.0 - smoothstep(0.55, 1.0, length(2.0 * position.xz));
    vDark = max(0.0, 0.98 - open.x * open.y) * ends;
    gl_Position = projectionMatrix * viewMatrix * at;
  }`;

const COLOUR = `
  uniform vec3 colour;
  uniform float strength;
  varying float vDark;
  void main() {
    gl_FragColor = vec4(colour, vDark * strength);
    #include <colorspace_fragment>
  }`;

const PLACE = `
  varying vec2 vPlace;
  void main() {
    vPlace = position.xz;
    gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
  }`;

const POOL = `
  uniform vec2 extent;
  uniform vec3 colour;
  uniform float strength;
  varying vec2 vPlace;
  void main() {
    vec2 outside = max(abs(2.0 * vPlace) * extent - (extent - ${(ROOM_M + 0.2).toFixed(2)}), 0.0);
    gl_FragColor = vec4(colour, strength * (1.0 - smoothstep(0.0, ${(ROOM_M + 0.15).toFixed(2)}, length(outside))));
    #include <colorspace_fragment>
  }`;
