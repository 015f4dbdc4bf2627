// Soft chimes, made here and not loaded, sounded ahead by the sound card's clock: they come in time also where the page
// itself is heard late. The browser lets them sound once a button was pressed.

const KEY = "coxa.chimes";
const TONES = { begin: [523.25, 659.25], end: [659.25, 523.25], tick: [440], done: [523.25, 659.25, 783.99] };
const APART_S = 0.16;
const LASTS_S = 0.75;

let context;
let planned = [];

export const isOn = () => localStorage.getItem(KEY) !== "off";
export const choose = (on) => localStorage.setItem(KEY, on ? "on" : "off");

/** Lets sound run, also where nothing is to be heard: its clock is the session's. Resolves when it does, or may not. */
export async function wake() {
  if (!("AudioContext" in window)) return;
  context ??= new AudioContext();
  await context.resume().catch(() => {}); // not allowed: the page's clock counts
}

export const rest = () => {
  plan([]);
  context?.suspend();
};

/** Seconds by the sound card, or null while it does not run. */
export const time = () => (context?.state === "running" ? context.currentTime : null);

/** Sounds one of: begin, end, tick, done. */
export function chime(name) {
  wake();
  if (context && isOn()) sound(name, context.currentTime);
}

/** From now on these will sound: [{in_ms, sound}]; what was planned before will not. `ended` is called after each that
 *  is not a tick, and at the end of `within_ms`: by the sound card, where the page's timers sleep. */
export function plan(coming, ended = () => {}, within_ms = 0) {
  planned.forEach(silence);
  planned = [];
  if (time() === null) return;
  const at = (in_ms) => context.currentTime + in_ms / 1000;
  for (const { in_ms, sound: name } of coming) {
    if (isOn()) planned.push(...sound(name, at(in_ms)));
    if (name !== "tick") planned.push(alarm(at(in_ms), ended));
  }
  if (within_ms) planned.push(alarm(at(within_ms), ended));
}

const sound = (name, at) => TONES[name].map((pitch, place) => tone(pitch, at + place * APART_S, name === "tick" ? 0.05 : 0.14));

function tone(pitch, at, loudness) {
  const gain = context.createGain();
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(loudness, at + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.0001, at + 0.7);
  const oscillator = new OscillatorNode(context, { type: "sine", frequency: pitch });
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + LASTS_S);
  return { source: oscillator, at };
}

/** Makes no sound, and says when its time has come. */
function alarm(at, ended) {
  const source = new ConstantSourceNode(context, { offset: 0 });
  source.connect(context.destination);
  source.onended = ended;
  source.start();
  source.stop(at);
  return { source, at };
}

/** What sounds already sounds out. */
function silence({ source, at }) {
  source.onended = null;
  if (at <= context.currentTime) return;
  source.disconnect();
  source.stop();
}
