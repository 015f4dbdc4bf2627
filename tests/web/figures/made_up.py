"""Motions that nobody made, as the manifest of the built assets would say them."""

from typing import Any

STILLS = [
    f"{phase}-{theme}-{width}"
    for phase in ("start", "end")
    for theme in ("light", "dark")
    for width in (320, 720)
]


def built_motion(key: str, title: str, **more: str) -> dict[str, Any]:
    return {
        "title": title,
        "alt": {"start": f"{title}: where it starts.", "end": f"{title}: all the way."},
        "size": [720, 540],
        "clip": f"figures/clips-{key}-0A0A0A0A.glb",
        "stills": {name: f"figures/stills-{key}-{name}-0B0B0B0B.avif" for name in STILLS},
        **more,
    }


MOTIONS = {
    "glute_bridge": built_motion("glute_bridge", "Glute bridge"),
    "glute_bridge--smaller": built_motion("glute_bridge--smaller", "A smaller lift"),
    "leg_swings": built_motion("leg_swings", "Leg swings"),
    "trendelenburg_30s": built_motion("trendelenburg_30s", "Standing on one leg"),
    "trendelenburg_30s--drop": built_motion(
        "trendelenburg_30s--drop", "Standing on one leg: the other side drops", kind="fault"
    ),
}
