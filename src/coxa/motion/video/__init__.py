"""From a video file to landmarks: pictures, the person in them, and where that person's joints are.

    path -> decoding (upright pictures with real time stamps) -> pose (one person's landmarks)

`frames(path)` is the whole of it. What the landmarks mean is for `coxa.motion.watching`. Decoding
is FFmpeg's (PyAV), the networks run on LiteRT; nothing leaves the computer and nothing is fetched.
"""

from coxa.motion.video.pose import MODELS, frames

__all__ = ["MODELS", "frames"]
