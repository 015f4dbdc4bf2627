// Turning the figure with a finger, a mouse or the arrow keys. Scrolling and pinching stay the page's.

const DEGREES_A_PIXEL = 0.5;
const DEGREES_A_KEY = 15;
const KEYS = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/** Calls `turn(yaw, pitch)` with the change in degrees: the figure follows the hand. The stylesheet leaves strokes up
 *  and down, and two fingers, to the page (touch-action). */
export function turning(element, turn) {
  let held = null;
  element.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || held) return;
    held = event;
    element.setPointerCapture(event.pointerId);
  });
  element.addEventListener("pointermove", (event) => {
    if (event.pointerId !== held?.pointerId) return;
    turn((held.clientX - event.clientX) * DEGREES_A_PIXEL, (event.clientY - held.clientY) * DEGREES_A_PIXEL);
    held = event;
  });
  for (const end of ["pointerup", "pointercancel"]) {
    element.addEventListener(end, () => {
      held = null;
    });
  }
  element.addEventListener("keydown", (event) => {
    const way = KEYS[event.key];
    if (!way || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    event.preventDefault();
    turn(way[0] * DEGREES_A_KEY, way[1] * DEGREES_A_KEY);
  });
}
