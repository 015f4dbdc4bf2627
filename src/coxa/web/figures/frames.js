// When to draw: only while something changes, the element is on screen and the page is looked at.

const LONGEST_S = 0.1; // a page that slept does not jump
const SLOW_MS = 40; // a frame that takes longer is not smooth
const MANY = 12; // slow frames out of which one learns that this device is slow
const SOFTER = [1, 0.75, 0.5]; // of the picture's sharpness

/** `draw(seconds)` is called with the time since the last frame and says whether another frame is needed.
 *  `soften(share)` is called where frames come too slowly. */
export function framesFor(element, draw, soften) {
  let asked = 0;
  let before = 0;
  let seen = false;
  let slow = 0;
  let level = 0;

  function ask() {
    if (!asked && seen && !document.hidden) asked = requestAnimationFrame(frame);
  }

  function frame(now) {
    asked = 0;
    const gone = before ? (now - before) / 1000 : 0;
    before = now;
    watch(gone * 1000);
    if (draw(Math.min(gone, LONGEST_S))) ask();
    else before = 0;
  }

  function watch(ms) {
    if (!ms) return;
    slow = ms > SLOW_MS ? slow + 1 : Math.max(0, slow - 1);
    if (slow < MANY || level + 1 >= SOFTER.length) return;
    slow = 0;
    level += 1;
    soften(SOFTER[level]);
  }

  /** Something that decides whether to draw has changed. */
  function wake() {
    cancelAnimationFrame(asked);
    [asked, before] = [0, 0];
    ask();
  }

  const onScreen = new IntersectionObserver(([entry]) => {
    seen = entry.isIntersecting;
    wake();
  });
  onScreen.observe(element);
  document.addEventListener("visibilitychange", wake);

  return {
    ask,
    end() {
      cancelAnimationFrame(asked);
      seen = false;
      onScreen.disconnect();
      document.removeEventListener("visibilitychange", wake);
    },
  };
}
