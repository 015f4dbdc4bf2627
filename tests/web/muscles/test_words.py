"""The map in words."""

import pytest

from coxa.anatomy.muscles import Muscle
from coxa.mechanics.uses import Band
from coxa.web.muscles.bands import Kind, bands_of, kind_of
from coxa.web.muscles.words import most_of, said
from tests.web.muscles.made_up import LEFT, LIFT, RIGHT, use


def test_what_is_not_said_is_none():
    bands = bands_of((use(Muscle.QUADS, LEFT, Band.LOW),), Kind.LOAD)
    assert bands[Muscle.QUADS, LEFT] is Band.LOW
    assert {band for key, band in bands.items() if key != (Muscle.QUADS, LEFT)} == {Band.NONE}
    assert len(bands) == 2 * len(Muscle)


def test_load_and_stretch_are_told_apart():
    row = (use(Muscle.QUADS, LEFT, load=Band.LOW, stretch=Band.HIGH),)
    assert bands_of(row, Kind.LOAD)[Muscle.QUADS, LEFT] is Band.LOW
    assert bands_of(row, Kind.STRETCH)[Muscle.QUADS, LEFT] is Band.HIGH


def test_the_most_is_said_first_and_a_side_only_where_sides_differ():
    assert said(bands_of(LIFT, Kind.LOAD), Kind.LOAD) == (
        "What works. Very high: side of the hip left. High: deep hip rotators left."
        " Moderate: buttock left, trunk (core). Low: side of the hip right."
    ).replace(" (core)", "")


def test_that_nothing_is_asked_is_said_too():
    nothing = bands_of((), Kind.STRETCH)
    assert said(nothing, Kind.STRETCH).endswith("No muscle is stretched more than a little.")
    assert most_of(nothing, Kind.STRETCH) == ""


def test_one_sentence_names_the_highest_band_with_its_sides():
    rows = (
        use(Muscle.CORE, LEFT, Band.HIGH),
        use(Muscle.CORE, RIGHT, Band.HIGH),
        use(Muscle.QUADS, LEFT, Band.HIGH),
        use(Muscle.GLUTE_MAX, LEFT, Band.HIGH),
        use(Muscle.ADDUCTORS, RIGHT, Band.MODERATE),
    )
    found = most_of(bands_of(rows, Kind.LOAD), Kind.LOAD)
    assert found == "The picture shows most work in: trunk; buttock and thigh on the left."


def test_a_low_band_is_nothing_to_speak_of():
    rows = (use(Muscle.CORE, LEFT, Band.LOW),)
    assert most_of(bands_of(rows, Kind.LOAD), Kind.LOAD) == ""


def test_an_unknown_kind_is_refused_with_the_nearest_name():
    with pytest.raises(LookupError, match="stretch"):
        kind_of("strech")
