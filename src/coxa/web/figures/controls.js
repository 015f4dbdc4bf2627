// The buttons under a moving figure: real buttons, with words, that say whether they are pressed.

/** `acts` are play, slow, view(name), side(name) and form(link). */
export function controlsOf(root, acts) {
  const bar = root.querySelector("[data-controls]");
  const all = (name) => bar.querySelectorAll(`[data-${name}]`);
  const press = (button, on) => button.setAttribute("aria-pressed", String(on));

  bar.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const { act, view, side } = button.dataset;
    if (act) acts[act]();
    if (view) acts.view(view);
    if (side) acts.side(side);
  });

  root.querySelectorAll("[data-form]").forEach((link) => {
    link.addEventListener("click", async (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || root.dataset.state !== "moving") return;
      event.preventDefault();
      try {
        await acts.form(link);
      } catch {
        location.assign(link.href); // the page of it has its stills
        return;
      }
      root.querySelectorAll("[data-form]").forEach((one) => one.removeAttribute("aria-current"));
      link.setAttribute("aria-current", "page");
      history.replaceState(history.state, "", link.href);
    });
  });

  return {
    /** Draws what is on: {playing, slow, other, named}. */
    draw({ playing, slow, other, named }) {
      const play = bar.querySelector("[data-act=play]");
      play.querySelector("[data-pause]").toggleAttribute("hidden", !playing);
      play.querySelector("[data-play]").toggleAttribute("hidden", playing);
      press(bar.querySelector("[data-act=slow]"), slow);
      all("view").forEach((button) => press(button, button.dataset.view === named));
      all("side").forEach((button) => press(button, (button.dataset.side === "right") === other));
    },
  };
}
