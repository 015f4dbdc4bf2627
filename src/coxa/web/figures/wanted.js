// Whether a figure should move here: not for who asked for less motion or fewer bytes, nor where nothing can draw it.

const calm = matchMedia("(prefers-reduced-motion: reduce)");

export const mayMove = () => !calm.matches && !navigator.connection?.saveData && "WebGL2RenderingContext" in window;

/** Calls `then` if motion stops being wanted while the page is open. Gives a function that ends that. */
export function onceCalm(then) {
  const onChange = () => calm.matches && then();
  calm.addEventListener("change", onChange);
  return () => calm.removeEventListener("change", onChange);
}

const SIGNS = ["pointermove", "pointerdown", "touchstart", "keydown", "wheel", "scroll"];
const quietly = { capture: true, passive: true };

/** When somebody does anything on the page. Until then its text and its stills come first: on a slow phone a figure
 *  takes seconds in which the page would not answer. */
export const firstSign = () =>
  new Promise((done) => {
    const seen = () => {
      SIGNS.forEach((sign) => removeEventListener(sign, seen, quietly));
      done();
    };
    SIGNS.forEach((sign) => addEventListener(sign, seen, quietly));
  });
