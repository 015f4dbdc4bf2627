"""A camera that shows a film: what Chromium takes for one is a file of JPEG pictures."""

import io
import shutil
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import av
from PIL import Image

SQUATS = Path(__file__).parents[2] / "data" / "tfjs_squats" / "pose_squats.mp4"
# From standing to standing, one squat between, in seconds of that film: shown over and over there
# is never a half one.
ONE_SQUAT = (4.4, 9.4)
ROUND_S = ONE_SQUAT[1] - ONE_SQUAT[0]
RATE = 30  # pictures a second, at which Chromium shows such a file
QUICK = 3  # how many times faster the film of `quick_film` goes
WIDEST = 640
FIRST_MS = 60_000  # the first picture's answer, in a cold start while other tests use all cores

# Without a graphics card, and without one played by the processor for all that is on the page: that
# takes more of it than everything else together. WebGL is there all the same.
QUIET = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
]
GRANTED = ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"]


def browser_with(chromium, pictures: Path | None = None):
    """A browser of its own, that draws, and whose camera shows these pictures over and over; or, if
    there are none, the browser's own test picture."""
    return chromium.browser_type.launch(
        executable_path=shutil.which("chromium"), args=arguments(pictures)
    )


def arguments(pictures: Path | None = None) -> list[str]:
    """What Chromium is started with for that."""
    shows = [f"--use-file-for-fake-video-capture={pictures}"] if pictures else []
    return [*QUIET, *GRANTED, *shows]


def one_squat(size: tuple[int, int] | None = None) -> list[Image.Image]:
    """The pictures of one squat, five a second; in the middle of a black one if `size` is given."""
    with av.open(str(SQUATS)) as opened:
        within = [f for f in opened.decode(video=0) if ONE_SQUAT[0] <= f.time < ONE_SQUAT[1]]
        return [_fitted(frame.to_image(), size) for frame in within]


def camera_film(into: Path, size: tuple[int, int] | None = None) -> Path:
    """One squat as Chromium wants it of a camera, which shows it over and over."""
    pictures = one_squat(size)
    each = round(RATE * ROUND_S / len(pictures))
    with into.open("wb") as out:
        for picture in pictures:
            out.write(_jpeg(picture) * each)
    return into


def quick_film(into: Path, squats: int) -> Path:
    """A video file (.webm) of so many squats, each faster than it was."""
    pictures = one_squat()
    rate = Fraction(round(QUICK * len(pictures) / ROUND_S))
    with av.open(str(into), "w") as out:
        stream = out.add_stream("libvpx", rate=rate, options={"deadline": "realtime", "g": "5"})
        stream.width, stream.height = pictures[0].size
        _write(out, stream, pictures * squats)
    return into


def _jpeg(picture: Image.Image) -> bytes:
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=85)
    return written.getvalue()


def _write(
    out: av.container.OutputContainer, stream: av.VideoStream, pictures: Sequence[Image.Image]
) -> None:
    for picture in pictures:
        out.mux(stream.encode(av.VideoFrame.from_image(picture)))
    out.mux(stream.encode())


def _fitted(picture: Image.Image, size: tuple[int, int] | None) -> Image.Image:
    picture.thumbnail(size or (WIDEST, WIDEST))
    if size is None:
        return picture
    whole = Image.new("RGB", size)
    whole.paste(picture, ((size[0] - picture.width) // 2, (size[1] - picture.height) // 2))
    return whole
