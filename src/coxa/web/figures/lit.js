// How surfaces are lit: as on the stills (coxa/motion/picture/shading.py), so that one can fade into the other.
// A soft sky, one lamp that stays with the viewer, a little gloss, an edge of light. What lies close darkens, and what
// stands before the lamp: the body is taken as round limbs for that. No map of shadows, no second drawing.
import { Color, DoubleSide, FrontSide, ShaderMaterial, Vector2, Vector3 } from "three";

import { LIMBS, limbEnds } from "./limbs.js";

/** Shared by everything on one stage: changed once, seen by all. */
export const sharedLight = () => ({
  sky: { value: new Color() },
  ground: { value: new Color() },
  key: { value: new Color() },
  rim: { value: new Color() },
  lamp: { value: new Vector3(0, 1, 0) },
  limbs: { value: limbEnds() },
  bones: { value: new Float32Array(0) },
  low: { value: new Vector3() },
  high: { value: new Vector3() },
  picture: { value: new Vector2(1, 1) },
});

/** For a mesh whose vertices say by number which of `looks` they have: materials of the palette. `fades`: it ends softly
 *  where the picture ends, as a wall does. `flat`: it lies on the floor, whose shadow falls on it anyway.
 *  `bones`: it is the body, with so many of them. */
export function litMaterial(shared, looks, { fades = false, flat = false, bones = 0 } = {}) {
  const only = { ...(fades && { FADES: "" }), ...(flat && { FLAT: "" }), ...(bones && { BONES: bones }) };
  const material = new ShaderMaterial({
    uniforms: {
      ...shared,
      colours: { value: looks.map(() => new Color()) },
      glosses: { value: looks.map((look) => look.gloss ?? 0) },
      solid: { value: 1 },
    },
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    side: looks.some((look) => look.two_sided) ? DoubleSide : FrontSide,
    defines: { LIMBS: LIMBS.length, LOOKS: looks.length, ...only },
    transparent: fades,
  });
  material.userData.looks = looks;
  return material;
}

/** The material's colours for "light" or "dark" paper. */
export function tinted(material, theme) {
  material.uniforms.colours.value.forEach((colour, n) => colour.set(material.userData.looks[n][theme]));
}

// How open a place is to the sky (x) and to the lamp (y). A limb takes from the sky what it covers of it, seen from the
// side that faces it: the skin of a limb faces away from the limb itself, so that takes nothing from its own.
export const OPENNESS = `
  uniform vec4 limbs[2 * LIMBS];
  uniform vec3 lamp;
  vec2 openness(vec3 at, vec3 normal, float dims, float soft) {
    vec2 open = vec2(1.0);
    for (int i = 0; i < LIMBS; i++) {
      vec4 first = limbs[2 * i];
      vec3 start = first.xyz - at;
      vec3 along = limbs[2 * i + 1].xyz - first.xyz;
      float thinner = limbs[2 * i + 1].w - first.w;
      float square = dot(along, along);

      float share = clamp(-dot(start, along) / square, 0.0, 1.0);
      vec3 there = start + along * share;
      float reach = (first.w + thinner * share) * (first.w + thinner * share);
      float away = dot(there, there) + 1e-5;
      float facing = max(0.0, dot(normal, there) * inversesqrt(away));
      open.x *= 1.0 - 0.75 * facing * reach / (away + 0.35 * reach);

      #ifdef LAMP_SHADOW
      float lengthwise = dot(lamp, along);
      float ahead = dot(start, lamp);
      share = clamp((lengthwise * ahead - dot(start, along)) / max(square - lengthwise * lengthwise, 1e-5), 0.0, 1.0);
      ahead += lengthwise * share;
      float radius = 0.92 * (first.w + thinner * share);
      float edge = soft * (1.0 + 3.0 * max(0.0, ahead));
      float beside = length(start + along * share - lamp * ahead);
      float before = smoothstep(0.2 * radius, radius, ahead) * (1.0 - smoothstep(radius - edge, radius + edge, beside));
      open.y *= 1.0 - dims * before;
      #endif
    }
    return open;
  }`;

// The bones come as rows of numbers, not as a picture to look them up in: half the work where no graphics card is.
const VERTEX = `
  uniform vec3 colours[LOOKS];
  uniform float glosses[LOOKS];
  varying vec3 vNormal;
  varying vec3 vAt;
  varying vec2 vOpen;
  flat varying vec4 vLook;
  #ifdef BONES
  uniform vec4 bones[3 * BONES];
  attribute float look;
  attribute vec4 skinIndex;
  attribute vec4 skinWeight;
  #define LAMP_SHADOW
  ${OPENNESS}
  mat3x4 rows() {
    mat3x4 found = mat3x4(0.0);
    for (int i = 0; i < 4; i++) {
      int row = 3 * int(skinIndex[i]);
      found += mat3x4(bones[row], bones[row + 1], bones[row + 2]) * skinWeight[i];
    }
    return found;
  }
  #endif
  void main() {
    #ifdef BONES
    mat3x4 turn = rows();
    vAt = vec4(position, 1.0) * turn;
    vNormal = normalize(vec4(normal, 0.0) * turn);
    vOpen = openness(vAt, vNormal, 0.85, 0.018);
    int number = int(look + 0.5);
    #else
    vAt = (modelMatrix * vec4(position, 1.0)).xyz;
    vNormal = normalize((vec4(normalMatrix * normal, 0.0) * viewMatrix).xyz);
    vOpen = vec2(1.0);
    const int number = 0;
    #endif
    vLook = vec4(colours[number], glosses[number]);
    gl_Position = projectionMatrix * viewMatrix * vec4(vAt, 1.0);
  }`;

const FRAGMENT = `
  uniform vec3 sky, ground, key, rim, low, high;
  uniform vec2 picture;
  uniform float solid;
  varying vec3 vNormal;
  varying vec3 vAt;
  varying vec2 vOpen;
  flat varying vec4 vLook;
  #if defined(BONES) || defined(FLAT)
  uniform vec3 lamp;
  #else
  ${OPENNESS}
  #endif
  const float WRAP = 0.25;
  #ifdef BONES
  const float EDGED = 1.0;
  #else
  const float EDGED = 0.2; // the edge of light sets off the person; a mat seen flatly would turn white
  #endif
  void main() {
    vec3 colour = vLook.rgb;
    vec3 normal = normalize(vNormal);
    vec3 eye = normalize(cameraPosition - vAt);
    if (!gl_FrontFacing) normal = -normal;
    vec2 both = vOpen;
    #if !defined(BONES) && !defined(FLAT)
    both = openness(vAt, normal, 0.0, 0.0); // of the sky only: a sharp shadow is loud on a wall
    #endif
    float open = both.x;
    float up = 0.5 + 0.5 * normal.y;
    float direct = max(0.0, (dot(normal, lamp) + WRAP) / (1.0 + WRAP)) * mix(0.5, 1.0, open) * both.y;
    vec3 around = (sky * up + ground * (1.0 - up)) * (open / (open + (1.0 - open) * (1.0 - 0.6 * colour)));
    float edge = pow(1.0 - clamp(dot(normal, eye), 0.0, 1.0), 3.0) * up * open * EDGED;
    float shine = pow(clamp(dot(normal, normalize(eye + lamp)), 0.0, 1.0), 22.0) * vLook.a * direct * 0.27;
    vec3 light = colour * (around + key * direct) + rim * edge + key * shine;
    float alpha = solid;
    #ifdef FADES
    vec2 border = min(gl_FragCoord.xy, picture - gl_FragCoord.xy) / min(picture.x, picture.y);
    alpha *= smoothstep(0.0, 0.07, min(border.x, border.y));
    alpha *= 1.0 - smoothstep(0.0, 0.5, length(max(max(low - vAt, vAt - high), 0.0)));
    #endif
    gl_FragColor = vec4(light, alpha);
    #include <colorspace_fragment>
  }`;
