"""The words that say where a motion is best seen from."""

from coxa.motion.clip import View

_YAW = {
    "front": 0,
    "front-left": 42,
    "left": 90,
    "back-left": 138,
    "back": 180,
    "right": -90,
    "front-right": -42,
}
FROM_ABOVE = 14.0  # degrees: the floor is then a surface, and what touches it is seen to
FROM_THE_TOP = 78.0


def view_of(word: str) -> View:
    """A view by the word that a motion's file uses (`coxa.exercises.motion.View`)."""
    if word == "top":
        return View("top", 0.0, FROM_THE_TOP)
    return View(word, float(_YAW[word]), FROM_ABOVE)
