"""Where to stand for the camera, in words."""

from collections.abc import Sequence

STAND = {
    "front": "Face the camera.",
    "back": "Turn your back to the camera.",
    "side-left": "Turn your left side to the camera.",
    "side-right": "Turn your right side to the camera.",
}
EITHER_SIDE = "Turn one side to the camera: the side that works."


def where_to_stand(views: Sequence[str]) -> str:
    """The sentence for the best of the views that show the exercise; "" where any will do."""
    if not views:
        return ""
    if {"side-left", "side-right"} <= set(views[:2]):
        return EITHER_SIDE
    return STAND.get(views[0], "")
