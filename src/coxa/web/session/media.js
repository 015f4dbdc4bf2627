// Pause, on and back from a headset, a keyboard's media keys or a locked screen. A system shows such controls only for a
// page that plays something; so where they are wanted a sound without sound plays. It stops other music on many phones:
// that is why it is asked for first.

const KEY = "coxa.media";
const RATE = 8000; // samples a second, a byte each
const SECONDS = 10; // Chrome shows no controls for what is shorter than five
const ACTS = { play: "toggle", pause: "toggle", nexttrack: "next", previoustrack: "back" };

let player;

export const canControl = () => "mediaSession" in navigator;
export const isOn = () => localStorage.getItem(KEY) === "on";
export const choose = (on) => localStorage.setItem(KEY, on ? "on" : "off");

/** From a tap on: later the browser would not let it play. */
export function begin(act) {
  if (!canControl()) return;
  for (const [action, name] of Object.entries(ACTS)) navigator.mediaSession.setActionHandler(action, () => act(name));
  if (!isOn()) return;
  player ??= Object.assign(new Audio(URL.createObjectURL(silence())), { loop: true });
  player.play().catch(() => {}); // not allowed: all else goes on
}

/** What a locked screen says: the exercise, and the set. */
export function show(title, artist, paused) {
  if (!canControl()) return;
  const { metadata } = navigator.mediaSession;
  if (metadata?.title !== title || metadata?.artist !== artist) navigator.mediaSession.metadata = new MediaMetadata({ title, artist, album: "Coxa" });
  navigator.mediaSession.playbackState = paused ? "paused" : "playing";
}

export function end() {
  player?.pause();
  if (!canControl()) return;
  Object.keys(ACTS).forEach((action) => navigator.mediaSession.setActionHandler(action, null));
  navigator.mediaSession.metadata = null;
  navigator.mediaSession.playbackState = "none";
}

/** A WAVE file of nothing: 8 bits a sample, one channel (RIFF, format 1). */
function silence() {
  const length = RATE * SECONDS;
  const head = new DataView(new ArrayBuffer(44));
  const text = (at, letters) => [...letters].forEach((one, n) => head.setUint8(at + n, one.charCodeAt(0)));
  text(0, "RIFF");
  head.setUint32(4, 36 + length, true);
  text(8, "WAVEfmt ");
  head.setUint32(16, 16, true);
  head.setUint16(20, 1, true);
  head.setUint16(22, 1, true);
  head.setUint32(24, RATE, true);
  head.setUint32(28, RATE, true);
  head.setUint16(32, 1, true);
  head.setUint16(34, 8, true);
  text(36, "data");
  head.setUint32(40, length, true);
  return new Blob([head, new Uint8Array(length).fill(128)], { type: "audio/wav" });
}
