"""A person made of landmarks alone: the figure does a check before a film of nothing.

Everything behind the pose network is real: Coxa's own Python in the browser, page and form.
"""

import json
from collections.abc import Iterable
from pathlib import Path

import av

from coxa.motion.watching.checking.pictured import pictured
from coxa.motion.watching.checking.task import Task
from coxa.motion.watching.points import STRIDE, Frame
from tests.motion.watching.checking.filmed import FPS, World, frames

DIGITS = 4
WIDE, HIGH = 64, 64
SCRIPT = """
const films = %(films)s;
let [film, began, last] = [0, null, -1];
const look = (time) => {
  if (time < last) [film, began] = [Math.min(film + 1, films.length - 1), null]; // another film
  last = time;
  began ??= time;
  const at = Math.floor(((time - began) * %(fps)s) / 1000) %% films[film].length;
  const [image, world] = films[film][at].map((numbers) => new Float32Array(numbers));
  return { image, world };
};
self.onmessage = ({ data: { what, values } }) => {
  if (what === "look") values[0].close();
  self.postMessage({ value: what === "look" ? look(values[1]) : null });
};
"""


def stands_before(page, *films: tuple[Task, Iterable[World]], aspect: float = 1.0) -> float:
    """From here on whatever the page's camera or film shows is that person; again from the start
    when it is over. One after the other in several films. Says how many seconds the first lasts.

    `aspect` is width / height of the pictures that the page has."""
    told = [
        [[_rounded(_in(seen, aspect)), _rounded(seen.world)] for seen in _seen(task, worlds)]
        for task, worlds in films
    ]
    body = SCRIPT % {"films": json.dumps(told), "fps": FPS}
    answer = {"content_type": "text/javascript", "body": body}
    page.route("**/camera-pose-*.js", lambda route: route.fulfill(**answer))
    return len(told[0]) / FPS


def _seen(task: Task, worlds: Iterable[World]) -> Iterable[Frame]:
    return (pictured(one, task) for one in frames(worlds))


def _in(seen: Frame, aspect: float) -> list[float]:
    """The person's picture in the middle of one as high, that is wider or narrower."""
    narrower = seen.aspect / aspect
    return [
        0.5 + (number - 0.5) * narrower if at % STRIDE == 0 else number
        for at, number in enumerate(seen.image or ())
    ]


def _rounded(numbers) -> list[float]:
    return [round(number, DIGITS) for number in numbers]


def film_of_nothing(file: Path, seconds: float) -> Path:
    """A grey film of that length."""
    with av.open(str(file), "w") as out:
        stream = out.add_stream("libx264", rate=int(FPS))
        stream.width, stream.height, stream.pix_fmt = WIDE, HIGH, "yuv420p"
        for _ in range(int(seconds * FPS)):
            grey = av.VideoFrame(WIDE, HIGH, "yuv420p")
            for plane in grey.planes:
                plane.update(b"\x80" * plane.buffer_size)
            out.mux(stream.encode(grey))
        out.mux(stream.encode())
    return file
