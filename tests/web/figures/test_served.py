"""The files of the figures as a browser gets them."""

import pytest

from coxa.exercises.library import exercises
from coxa.web.figures.known import PHASES, body_address, motion_of
from coxa.web.settings import WHITENOISE_IMMUTABLE_FILE_TEST

FOR_EVER = "max-age=315360000, public, immutable"


@pytest.mark.parametrize("key", ["glute_bridge", "leg_swings"])
def test_a_motion_is_kept_for_ever_by_who_has_loaded_it(entered, key: str):
    motion = motion_of(key)
    assert motion is not None, "the figures are not built: make assets"
    for address in (body_address(), motion.clip, motion.still("end", "dark", 320)):
        answer = entered.get(address)
        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == FOR_EVER, address


def test_bodies_and_clips_come_compressed(entered):
    for address in (body_address(), motion_of("glute_bridge").clip):
        answer = entered.get(address, headers={"Accept-Encoding": "gzip, br"})
        assert answer.headers["Content-Encoding"] == "br"
        assert answer.headers["Content-Type"] == "model/gltf-binary"


def test_every_name_changes_with_what_the_file_holds():
    for one in filter(None, map(motion_of, exercises())):
        stills = [one.still(phase, theme, 320) for phase in PHASES for theme in ("light", "dark")]
        for address in (one.clip, *stills):
            assert WHITENOISE_IMMUTABLE_FILE_TEST(address, address), address


def test_a_page_about_a_person_is_still_kept_by_nobody(entered):
    assert entered.get("/library/glute_bridge/").headers["Cache-Control"] == "no-store"
