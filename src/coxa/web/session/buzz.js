// A short buzz when a hold or a set begins, two when it ends: for who neither sees nor hears. Can be off.

const KEY = "coxa.buzz";
const PATTERNS = { begin: [180], end: [120, 90, 120] }; // milliseconds: on, off, on; our choice

export const canBuzz = () => "vibrate" in navigator;
export const isOn = () => localStorage.getItem(KEY) !== "off";
export const choose = (on) => localStorage.setItem(KEY, on ? "on" : "off");

/** At the change from one step to the next. */
export function buzz(before, now) {
  const kind = now?.kind === "work" ? "begin" : before?.kind === "work" ? "end" : "";
  if (kind && canBuzz() && isOn()) navigator.vibrate(PATTERNS[kind]);
}
