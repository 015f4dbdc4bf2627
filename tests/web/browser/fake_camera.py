"""A camera that shows a film: what Chromium takes for one is a file of JPEG pictures."""

import io
from pathlib import Path

import av

SQUATS = Path(__file__).parents[2] / "data" / "tfjs_squats" / "pose_squats.mp4"
SLOWER = 2  # shown at half its speed: a machine that tests on all its cores sees few pictures
SQUATS_S = 13.0 * SLOWER  # how long that lasts: two squats and a third begun, then again
RATE = 30  # pictures a second, at which Chromium shows such a file
WIDEST = 640


def film(video: Path, into: Path) -> Path:
    """The video, slower, as pictures one after the other, each as often as its time asks for."""
    with av.open(str(video)) as opened, into.open("wb") as out:
        written = 0
        for frame in opened.decode(video=0):
            picture = frame.to_image()
            picture.thumbnail((WIDEST, WIDEST))
            jpeg = io.BytesIO()
            picture.save(jpeg, "JPEG", quality=85)
            lasts = 1 / float(opened.streams.video[0].average_rate)
            until = round((frame.time + lasts) * RATE * SLOWER)
            out.write(jpeg.getvalue() * (until - written))
            written = until
    return into
