"""Pictures come upright and at their real times; what is no whole film is refused in words."""

import wave
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image
from tests.motion.video.films import HEIGHT, WIDTH, cut_to, film, held_upright, marked, plain

from coxa.motion.video.decoding import LONGEST, pictures
from coxa.reading.faults import FaultyInputError


def quarters(image: object) -> list[bool]:
    """Which quarters of a picture are white: top left, top right, bottom left, bottom right."""
    grey = np.asarray(image)[..., 0]
    down, right = (side // 2 for side in grey.shape)
    halves = (grey[:down], grey[down:])
    return [part.mean() > 150 for half in halves for part in (half[:, :right], half[:, right:])]


def refusal(path: Path) -> str:
    with pytest.raises(FaultyInputError) as refused:
        list(pictures(path))
    (fault,) = refused.value.faults
    assert fault.file == str(path)
    return fault.right


def test_pictures_come_in_order_with_their_colours(tmp_path: Path) -> None:
    seen = list(pictures(plain(tmp_path / "film.mp4", 20)))
    assert [round(picture.time_s, 3) for picture in seen] == [i / 10 for i in range(20)]
    assert seen[0].pixels.size == (WIDTH, HEIGHT)
    assert quarters(seen[7].pixels) == [True, False, False, False]
    assert seen[0].aspect == pytest.approx(WIDTH / HEIGHT)


@pytest.mark.parametrize("name", ["film.mp4", "film.mkv", "film.avi", "film.mov"])
def test_any_kind_of_file_will_do(tmp_path: Path, name: str) -> None:
    assert len(list(pictures(plain(tmp_path / name, 12)))) == 12


def test_times_are_those_of_the_file_not_of_a_rate(tmp_path: Path) -> None:
    times = [0.0, 0.033, 0.1, 0.5, 0.52, 1.7]
    path = film(tmp_path / "uneven.mp4", [marked()] * 6, times)
    assert [picture.time_s for picture in pictures(path)] == pytest.approx(times, abs=0.002)


def test_time_counts_from_the_first_picture(tmp_path: Path) -> None:
    path = film(tmp_path / "late.mkv", [marked()] * 3, [5.0, 5.1, 5.2])
    assert [picture.time_s for picture in pictures(path)] == pytest.approx([0, 0.1, 0.2], abs=0.002)


@pytest.mark.parametrize("width", [162, 270, 406])
def test_any_width_will_do(tmp_path: Path, width: int) -> None:
    """Rows of such widths are padded in memory."""
    picture = np.full((HEIGHT, width, 3), 200, dtype=np.uint8)
    seen = list(pictures(film(tmp_path / "odd.mp4", [picture] * 3, [0, 0.1, 0.2])))
    assert [one.pixels.size for one in seen] == [(width, HEIGHT)] * 3


def test_a_phone_held_upright_gives_upright_pictures(tmp_path: Path) -> None:
    path = held_upright(plain(tmp_path / "phone.mp4", 3))
    turned = next(iter(pictures(path)))
    assert turned.pixels.size == (HEIGHT, WIDTH)
    assert quarters(turned.pixels) == [False, True, False, False]


def test_pixels_that_are_not_square_are_made_so(tmp_path: Path) -> None:
    path = film(tmp_path / "wide.mkv", [marked()] * 3, [0, 0.1, 0.2], ratio=Fraction(4, 3))
    assert next(iter(pictures(path))).pixels.size == (128, HEIGHT)


def test_large_pictures_are_made_smaller_in_proportion(tmp_path: Path) -> None:
    path = film(tmp_path / "large.mp4", [marked(1920, 1080)] * 2, [0, 0.1])
    assert next(iter(pictures(path))).pixels.size == (LONGEST, LONGEST * 1080 // 1920)


def test_pictures_are_read_when_asked_for_not_before(tmp_path: Path) -> None:
    path = plain(tmp_path / "broken.mkv", 300)
    cut_to(path, 0.5)
    assert next(pictures(path)).time_s == 0


def test_a_last_picture_may_stay_as_long_as_it_likes(tmp_path: Path) -> None:
    path = film(tmp_path / "slides.mp4", [marked()] * 3, [0, 1, 20])
    assert [picture.time_s for picture in pictures(path)] == pytest.approx([0, 1, 20], abs=0.002)


@pytest.mark.parametrize("name", ["still.jpg", "still.png", "still.webp"])
def test_a_single_picture_is_refused(tmp_path: Path, name: str) -> None:
    Image.fromarray(marked()).save(tmp_path / name)
    assert refusal(tmp_path / name) == "is not a video"


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty.mp4").touch()
    assert "is empty" in refusal(tmp_path / "empty.mp4")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert "No such file" in refusal(tmp_path / "none.mp4")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "is a folder" in refusal(tmp_path)


@pytest.mark.parametrize("name", ["notes.txt", "notes.mp4", "page.html"])
def test_text_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("I did three sets of ten.\n" * 200)
    right = refusal(tmp_path / name)
    assert "cannot be read as a video" in right or right == "is not a video"


def test_a_list_that_names_other_files_is_refused(tmp_path: Path) -> None:
    plain(tmp_path / "film.mp4")
    listing = tmp_path / "list.ffconcat"
    listing.write_text("ffconcat version 1.0\nfile film.mp4\n")
    assert "is not a video" in refusal(listing)


def test_sound_alone_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "song.wav"
    with wave.open(str(path), "wb") as song:
        song.setparams((1, 2, 8000, 0, "NONE", ""))
        song.writeframes(bytes(16000))
    assert refusal(path) == "holds sound but no pictures"


def test_a_file_that_lost_its_table_is_refused(tmp_path: Path) -> None:
    assert "cut off" in refusal(cut_to(plain(tmp_path / "film.mp4", 60), 0.6))


def test_a_file_that_lost_its_end_is_refused_before_any_work(tmp_path: Path) -> None:
    path = cut_to(plain(tmp_path / "film.mp4", 60, movflags="faststart"), 0.6)
    with pytest.raises(FaultyInputError, match=r"is cut off: \d+ of its 60 pictures are missing"):
        next(pictures(path))


@pytest.mark.parametrize("name", ["film.mkv", "film.avi"])
def test_a_file_without_a_table_is_refused_where_it_breaks_off(tmp_path: Path, name: str) -> None:
    noise = np.random.default_rng(3).integers(0, 256, (100, HEIGHT, WIDTH, 3), np.uint8)
    path = cut_to(film(tmp_path / name, noise, [i / 10 for i in range(100)]), 0.5)
    assert "is cut off: it says 9.9 s and breaks off at" in refusal(path)


def test_what_is_damaged_in_the_middle_is_passed_over(tmp_path: Path) -> None:
    path = plain(tmp_path / "film.mp4", 100)
    with av.open(str(path)) as container:
        middle = list(container.streams.video[0].index_entries)[50]
        # Read while the container is open: the entry lives in its memory.
        pos, size = middle.pos, middle.size
    content = bytearray(path.read_bytes())
    content[pos : pos + size] = bytes(size)
    path.write_bytes(content)
    seen = list(pictures(path))
    assert len(seen) in (99, 100)  # FFmpeg may also fill the gap from its neighbours
    assert seen[-1].time_s == pytest.approx(9.9, abs=0.01)
