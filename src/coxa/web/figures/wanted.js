// Whether a figure should move here: not for who asked for less motion or fewer bytes, nor where nothing can draw it.

const calm = matchMedia("(prefers-reduced-motion: reduce)");

export const mayMove = () => !calm.matches && !navigator.connection?.saveData && "WebGL2RenderingContext" in window;

/** Calls `then` if motion stops being wanted while the page is open. Gives a function that ends that. */
export function onceCalm(then) {
  const onChange = () => calm.matches && then();
  calm.addEventListener("change", onChange);
  return () => calm.removeEventListener("change", onChange);
}
