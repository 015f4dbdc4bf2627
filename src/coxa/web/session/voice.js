// Says each step aloud with the browser's own voice. It never reaches outside: only voices of this device are used.

const LYING = new Set(["supine", "prone", "side_lying", "side_support", "supported_bridge", "quadruped", "plank"]);
const KEY = "coxa.voice"; // "on" or "off"; absent: on where the screen cannot be seen

const language = () => document.documentElement.lang || "en"; // the words are the page's

export const canSpeak = () => "speechSynthesis" in window;

/** Whether the voice speaks in this position. */
export function isOn(position) {
  const chosen = localStorage.getItem(KEY);
  return chosen ? chosen === "on" : LYING.has(position);
}

let caption = () => {};

/** `show(words)` is told what is being said, and "" when it was said. */
export const captionBy = (show) => {
  caption = show;
};

export const choose = (on) => localStorage.setItem(KEY, on ? "on" : "off");

/** Says it now, and what is being said no further. */
export function say(text) {
  if (!text) return;
  hush();
  add(text);
}

/** Says it after what is being said. */
export function add(text) {
  if (!canSpeak() || !text) return;
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.lang = language();
  utterance.rate = 0.95;
  const voice = speechSynthesis.getVoices().find((one) => one.localService && one.lang.startsWith(language()));
  if (voice) utterance.voice = voice;
  utterance.onstart = () => caption(text);
  utterance.onend = utterance.onerror = () => caption("");
  speechSynthesis.speak(utterance);
}

export const hush = () => canSpeak() && speechSynthesis.cancel();
