// What was chosen on this device: the model, the camera, whether the voice speaks. No picture is ever kept.

const key = (name) => `coxa.camera.${name}`;

export const kept = (name, otherwise = "") => localStorage.getItem(key(name)) ?? otherwise;
export const keep = (name, value) => localStorage.setItem(key(name), value);
