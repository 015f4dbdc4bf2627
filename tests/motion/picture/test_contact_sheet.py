"""The contact sheet that motions are looked through on."""

from io import BytesIO

import numpy as np
import pytest
from PIL import Image
from tests.motion.sample_clip import sample_clip
from tools.figures.contact_sheet import TILE, check_solved, chosen, page, phases, row, write

from coxa.motion.clip import Clip
from coxa.reading.faults import FaultyInputError

KEYS = ["lunge", "lunge--knee_in", "side_plank"]


@pytest.fixture(scope="module")
def knee_bend():
    return row(sample_clip(), "Knee bend", "light")


def test_without_a_word_every_motion_is_drawn():
    assert chosen([], KEYS) == KEYS


def test_an_id_means_the_motion_and_its_variants_and_a_key_only_itself():
    assert chosen(["lunge"], KEYS) == ["lunge", "lunge--knee_in"]
    assert chosen(["lunge--knee_in", "side_plank"], KEYS) == ["lunge--knee_in", "side_plank"]


def test_every_unknown_word_is_taught():
    with pytest.raises(FaultyInputError) as error:
        chosen(["lnge", "plank"], KEYS)
    assert "did you mean lunge" in str(error.value)
    assert "did you mean side_plank" in str(error.value)


def test_a_motion_that_is_not_solved_yet_is_said_so():
    with pytest.raises(FaultyInputError, match="add --fresh"):
        check_solved(["no_such_motion"])


def test_the_phases_are_the_start_the_ways_and_the_end():
    assert list(phases(sample_clip()).values()) == [0.0, 1.0, 2.5, 3.75]


def test_what_does_not_move_is_looked_at_once():
    clip = sample_clip()
    still = Clip("hold", "", "Hold", np.array([0.0, 4.0]), clip.names, clip.values[:2], (), 0, 4, 0)
    assert phases(still) == {"hold": 2.0}


def test_a_motion_is_seen_in_four_phases_from_two_sides(knee_bend):
    assert [tile.words for tile in knee_bend.tiles[:4]] == [
        "start, side-left (90°)",
        "half-way out, side-left (90°)",
        "end, side-left (90°)",
        "half-way back, side-left (90°)",
    ]
    assert {tile.view for tile in knee_bend.tiles[4:]} == {"across (0°)"}
    assert len(knee_bend.tiles) == 8
    assert {Image.open(BytesIO(tile.picture)).size for tile in knee_bend.tiles} == {TILE}


def test_the_page_shows_each_picture_with_its_words(knee_bend, tmp_path):
    html, *sheets = write([knee_bend, knee_bend], tmp_path, "light", a_page=1)
    shown = html.read_text(encoding="utf-8")
    assert shown.count("<figcaption>end, side-left (90°)</figcaption>") == 2
    assert all((tmp_path / f"contact_sheet/knee_bend-{n}.png").exists() for n in range(1, 9))
    assert [sheet.name for sheet in sheets] == ["contact_sheet-1.png", "contact_sheet-2.png"]
    assert Image.open(sheets[0]).width == 8 * TILE[0]


def test_titles_are_escaped(knee_bend):
    strange = type(knee_bend)("key", "<b>", knee_bend.tiles)
    assert "&lt;b&gt;" in page([strange], "dark")
