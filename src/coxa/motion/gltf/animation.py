"""An animation from tracks, in as few moments as restore it: times as floats, turns in 32767ths."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from coxa.motion.gltf.keys import Track, grouped
from coxa.motion.gltf.writer import Glb, Numbers
from coxa.motion.values import Array

NAME = "move"
FINEST = 32767  # a whole turn component: an error of 0.004 degrees at most


def animate(glb: Glb, tracks: Sequence[Track], times: Array) -> None:
    """Adds the animation "move" to the file: `tracks` that move, `times` (n,) s from 0."""
    samplers: list[dict[str, int]] = []
    channels: list[dict[str, Any]] = []
    known: dict[tuple[int, bytes], int] = {}  # the halves of the back turn alike: said once
    for group in grouped(tracks, times):
        frames = group.frames
        moments = glb.numbers("<f4", times[frames].astype("<f4"), limits=True)
        for track in group.tracks:
            values = _written(track, track.values[frames])
            key = (moments, values.tobytes())
            if key not in known:
                output = glb.numbers(values.dtype.str, values, share=values.dtype.kind == "i")
                known[key] = len(samplers)
                samplers.append({"input": moments, "output": output})
            target = {"node": track.node, "path": track.path}
            channels.append({"sampler": known[key], "target": target})
    if channels:
        glb.add("animations", {"name": NAME, "channels": channels, "samplers": samplers})


def _written(track: Track, values: Array) -> Numbers:
    if track.path == "rotation":
        return np.rint(values * FINEST).astype("<i2")
    return values.astype("<f4")
