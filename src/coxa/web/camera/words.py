"""Where to stand for the camera, in words."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as lazy

STAND = {
    "front": lazy("Face the camera."),
    "back": lazy("Turn your back to the camera."),
    "side-left": lazy("Turn your left side to the camera."),
    "side-right": lazy("Turn your right side to the camera."),
}
EITHER_SIDE = lazy("Turn one side to the camera: the side that works.")


def where_to_stand(views: Sequence[str]) -> str:
    """The sentence for the best of the views that show the exercise; "" where any will do."""
    if not views:
        return ""
    if {"side-left", "side-right"} <= set(views[:2]):
        return str(EITHER_SIDE)
    return str(STAND.get(views[0], ""))
