// Soft chimes, made here and not loaded. The browser lets them sound once a button was pressed.

const KEY = "coxa.chimes";
const TONES = { begin: [523.25, 659.25], end: [659.25, 523.25], tick: [440], done: [523.25, 659.25, 783.99] };
const APART_S = 0.16;

let context;

export const isOn = () => localStorage.getItem(KEY) !== "off";
export const choose = (on) => localStorage.setItem(KEY, on ? "on" : "off");

/** Sounds one of: begin, end, tick, done. */
export function chime(name) {
  if (!isOn() || !("AudioContext" in window)) return;
  context ??= new AudioContext();
  context.resume();
  TONES[name].forEach((pitch, place) => tone(pitch, context.currentTime + place * APART_S, name === "tick" ? 0.05 : 0.14));
}

function tone(pitch, at, loudness) {
  const gain = context.createGain();
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(loudness, at + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.0001, at + 0.7);
  const oscillator = new OscillatorNode(context, { type: "sine", frequency: pitch });
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + 0.75);
}
