"""A video file as upright pictures with their real times, one after the other.

Any file that FFmpeg reads. What the file says of itself is believed where a player would: that it
is to be turned (a phone held upright), that its pixels are not square, when each picture is due.
A file that is no video, or breaks off, is refused in words.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import av
import numpy as np
from av.container import InputContainer
from av.stream import Disposition
from av.video.frame import VideoFrame
from av.video.reformatter import VideoReformatter
from av.video.stream import VideoStream
from PIL import Image

from coxa.reading.faults import Fault, FaultyInputError

# The landmark network looks at 256 pixels: more than this is only work (our choice).
LONGEST = 1280
# A file may end a little before it says; one that ends earlier than this was cut off (our choice).
COMPLETE = 0.9
# What FFmpeg also takes for a video: text drawn as a terminal would, lists that name other files,
# pictures (image2, and png_pipe and its like).
NOT_VIDEOS = frozenset({"tty", "concat", "hls", "dash", "lavfi", "image2", "subviewer"})
# Nothing but this file is opened, whatever it asks for: no address, no other protocol.
ONLY_FILES = {"protocol_whitelist": "file"}
TABLED = "mp4"  # in the name of the kinds of file whose tables list every picture
TURNS: Final = {
    90: Image.Transpose.ROTATE_90,
    180: Image.Transpose.ROTATE_180,
    270: Image.Transpose.ROTATE_270,
}


@dataclass(frozen=True)
class Picture:
    """One upright picture: red, green, blue and an unused fourth, seconds from the first one."""

    time_s: float
    pixels: Image.Image

    @property
    def aspect(self) -> float:
        """Width / height."""
        return self.pixels.width / self.pixels.height


def pictures(path: Path) -> Iterator[Picture]:
    """The pictures of a video in order, times rising. FaultyInputError if it is none, or cut off.

    One picture is held at a time. That a file is cut off can come out at its end only, after the
    pictures that it does hold.
    """
    with _opened(path) as container:
        stream = _video_of(container, path)
        _refuse_if_cut_off(stream, path)
        upright = Upright(stream)
        start = last = None
        for frame in _decoded(container, stream):
            time_s = _time_s(frame, stream, last)
            if last is not None and time_s <= last:
                continue
            start = time_s if start is None else start
            last = time_s
            yield Picture(time_s - start, upright(frame))
        if start is None or last is None:
            raise _fault(path, "holds no picture that can be read")
        # Some kinds of file count their length from their start, some from zero.
        _refuse_if_short(max(last, last - start), stream, container, path)


@contextmanager
def _opened(path: Path) -> Iterator[InputContainer]:
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise _fault(path, "is a folder; a video file is needed")
        if not size:
            raise _fault(path, "is empty; a video file is needed")
        container = av.open(f"file:{path.resolve()}", options=ONLY_FILES, metadata_errors="replace")
    except av.error.FFmpegError:
        raise _fault(path, "cannot be read as a video: it is something else, or cut off") from None
    except OSError as error:
        raise _fault(path, f"cannot be opened ({error.strerror})") from None
    with container:
        kinds = container.format.name.split(",")
        if any(kind in NOT_VIDEOS or kind.endswith("_pipe") for kind in kinds):
            raise _fault(path, "is not a video")
        yield container


def _video_of(container: InputContainer, path: Path) -> VideoStream:
    """The film in the file: a cover picture of a piece of music is none."""
    films = [
        stream
        for stream in container.streams.video
        if not stream.disposition & Disposition.attached_pic
    ]
    if not films:
        sound = "holds sound but no pictures"
        right = sound if container.streams.audio else "holds no pictures: it may be cut off"
        raise _fault(path, right)
    stream = films[0]
    # One thread decodes while the networks run: more would take the processor from them.
    stream.thread_type = "NONE"
    stream.codec_context.thread_count = 1
    return stream


def _refuse_if_cut_off(stream: VideoStream, path: Path) -> None:
    """Where a file has a table of where its pictures lie, they must lie inside the file."""
    size = path.stat().st_size
    ends = [entry.pos + entry.size for entry in stream.index_entries]
    beyond = sum(end > size for end in ends)
    if beyond:
        right = f"is cut off: {beyond} of its {len(ends)} pictures are missing; copy it again"
        raise _fault(path, right)


def _refuse_if_short(
    seen_s: float, stream: VideoStream, container: InputContainer, path: Path
) -> None:
    """Where a file says how long it is, its pictures must last for nearly as long."""
    said_s = _said_s(stream, container)
    if said_s is None or said_s - seen_s < 1 or seen_s >= COMPLETE * said_s:
        return
    right = f"is cut off: it says {said_s:.1f} s and breaks off at {seen_s:.1f} s; copy it again"
    raise _fault(path, right)


def _said_s(stream: VideoStream, container: InputContainer) -> float | None:
    """How long the film is by its own word. Not the file's where there is sound, which may last.

    The table of an mp4 lists every picture, so it needs no such word: its last picture may stay.
    """
    if TABLED in container.format.name:
        return None
    if stream.duration is not None and stream.time_base is not None:
        # FFmpeg shortens an avi's length to the bytes that are there, but not its count of ticks.
        ticks = stream.frames if container.format.name == "avi" else stream.duration
        return float(max(ticks, stream.duration) * stream.time_base)
    if container.duration is None or container.streams.audio:
        return None
    return float(container.duration / av.time_base)


def _decoded(container: InputContainer, stream: VideoStream) -> Iterator[VideoFrame]:
    """The pictures that can be read. A packet that cannot be is left out: the next may be whole."""
    packets = container.demux(stream)
    while True:
        try:
            packet = next(packets)
        except (StopIteration, av.error.FFmpegError):
            return
        try:
            yield from packet.decode()
        except av.error.FFmpegError:
            continue


def _time_s(frame: VideoFrame, stream: VideoStream, last: float | None) -> float:
    """When the picture is due; a file without times gets the rate that it is said to have."""
    if frame.time is not None:
        return frame.time
    step = 1 / float(stream.average_rate or 25)
    return 0.0 if last is None else last + step


class Upright:
    """Pictures as a player shows them: pixels square, turned as the file says, up to LONGEST."""

    def __init__(self, stream: VideoStream) -> None:
        self._ratio = float(stream.sample_aspect_ratio or 1)
        self._reformatter = VideoReformatter()

    def __call__(self, frame: VideoFrame) -> Image.Image:
        width = frame.width * self._ratio
        shrink = min(1.0, LONGEST / max(width, frame.height))
        size = max(1, round(width * shrink)), max(1, round(frame.height * shrink))
        shown = self._reformatter.reformat(frame, *size, format="rgba").to_ndarray()
        # Rows of some widths are padded in memory; else the picture keeps the array's memory, and
        # nothing is copied unless it is turned.
        pixels = np.ascontiguousarray(shown)
        image = Image.frombuffer("RGBX", size, pixels, "raw", "RGBX", 0, 1)
        turn = TURNS.get(round(frame.rotation) % 360)
        return image if turn is None else image.transpose(turn)


def _fault(path: Path, right: str) -> FaultyInputError:
    return FaultyInputError([Fault(str(path), "", "", right)])
