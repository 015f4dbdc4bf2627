import { behaviour } from "../attach.js";

/** Fills a ring to a share between 0 and 1. */
export function fill(ring, share) {
  const percent = Math.max(0, Math.min(1, share)) * 100;
  // A dash of length 0 with round ends still shows a dot: hide it until there is something to show.
  const value = ring.querySelector(".ring__value");
  value.setAttribute("stroke-dasharray", `${percent} 100`);
  value.toggleAttribute("hidden", percent === 0);
}

// Counts down data-seconds by the clock, not by ticks, so that a sleeping page does not run late.
behaviour("ring-timer", (ring) => {
  const seconds = Number(ring.dataset.seconds);
  const number = ring.querySelector(".ring__number");
  const begun = performance.now();
  const tick = () => {
    const gone = (performance.now() - begun) / 1000;
    number.textContent = Math.max(0, Math.ceil(seconds - gone));
    fill(ring, gone / seconds);
    if (gone < seconds) requestAnimationFrame(tick);
    else ring.dispatchEvent(new CustomEvent("ring:done", { bubbles: true }));
  };
  tick();
});
