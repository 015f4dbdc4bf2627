// "It hurts": the count stops at once, and one question decides. Before anything is removed, an easier form is offered.

const TOO_MUCH = 5;

/** The acts of the panels. `session` can: pause, note, end, hasEasier, easier, skip, goOn. */
export function hurting(view, session) {
  const chosen = () => document.querySelector("[data-sore]:checked");
  const pain = () => (chosen() ? Number(chosen().value) : null);

  function ask() {
    session.pause();
    view.part("hurts");
  }

  function answer(button) {
    const { what } = button.dataset;
    if (what === "none_of_these") return sore();
    session.note(what, null);
    session.end();
    return view.part(`stop-${what}`);
  }

  function sore() {
    if (chosen()) chosen().checked = false;
    view.part("sore");
    offer();
  }

  // Above the limit nothing of this exercise is offered any more today.
  function offer() {
    const toomuch = pain() > TOO_MUCH;
    const easier = session.hasEasier() && !toomuch;
    view.show(document.querySelector("[data-act=sore-easier]"), easier);
    view.show(document.querySelector("[data-act=sore-smaller]"), !toomuch);
    view.show(document.querySelector("[data-no-easier]"), !easier && !toomuch);
    view.show(document.querySelector("[data-too-much]"), toomuch);
  }

  const then = (onward) => () => {
    session.note("none_of_these", pain());
    view.part("player");
    onward();
  };
  document.querySelectorAll("[data-sore]").forEach((one) => one.addEventListener("change", offer));

  return {
    hurts: ask,
    hurt: answer,
    unhurt: () => {
      view.part("player");
      session.goOn();
    },
    "sore-easier": then(session.easier),
    "sore-smaller": then(session.goOn),
    "sore-skip": then(session.skip),
  };
}
