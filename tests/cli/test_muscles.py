"""`coxa muscles`: which muscles a movement loads and stretches, and what bad input gets."""

import json
import subprocess
from pathlib import Path

import pytest
from tests.conftest import COXA

from coxa.anatomy.muscles import Muscle

MOTIONS = Path(__file__).parent.parent / "reference" / "motions"


def ran(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [COXA, "muscles", *arguments], capture_output=True, text=True, check=False
    )


def answer(*arguments: str) -> object:
    done = ran(*arguments, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_an_exercise_has_every_muscle_on_both_sides() -> None:
    found = answer("side_lying_leg_raise")
    assert isinstance(found, dict)
    assert found["exercise"] == "side_lying_leg_raise"
    rows = found["muscles"]
    assert [(r["muscle"], r["side"]) for r in rows] == [
        (m.value, side) for m in Muscle for side in ("left", "right")
    ]
    for row in rows:
        shares = [row["stretch"], row["strength"], *row["length"].values()]
        shares += [row["load"]["peak"], row["load"]["mean"]]
        assert all(0 <= share <= 1 for share in shares)
        assert row["source"] in ("computed", "measured")
        assert row["confidence"] in ("low", "moderate", "high")


def test_a_measured_figure_comes_with_its_study() -> None:
    found = answer("side_lying_leg_raise")
    assert isinstance(found, dict)
    side = next(r for r in found["muscles"] if r["muscle"] == "glute_med" and r["side"] == "left")
    assert side["source"] == "measured"
    assert side["measured"]["percent"] == 81
    assert side["measured"]["doi"] == "10.2519/jospt.2009.2796"


def test_mirrored_the_right_side_works() -> None:
    found = answer("side_lying_leg_raise", "--mirrored")
    assert isinstance(found, dict)
    load = {r["side"]: r["load"]["peak"] for r in found["muscles"] if r["muscle"] == "glute_med"}
    assert load["right"] > 3 * load["left"]


def test_any_movement_in_a_file_can_be_asked_about() -> None:
    found = answer(str(MOTIONS / "copenhagen.toml"))
    assert isinstance(found, dict)
    load = {r["muscle"]: r["load"]["peak"] for r in found["muscles"] if r["side"] == "left"}
    assert load["adductors"] > 0.5
    assert load["adductors"] == max(load[m] for m in ("adductors", "glute_max", "quads"))


def test_two_movements_side_by_side() -> None:
    found = answer("--compare", "side_plank", "glute_bridge")
    assert isinstance(found, list)
    assert [one["exercise"] for one in found] == ["side_plank", "glute_bridge"]


def test_a_person_reads_bands_and_studies_and_no_false_percentages() -> None:
    text = ran("glute_bridge").stdout
    assert "moderate" in text
    assert "Ekstrom and others 2007" in text
    assert "25 %" in text
    assert text.count("%") == 2  # the two measured figures


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["glute_brigde"], "did you mean glute_bridge"),
        (["side_plank", "glute_bridge"], "two need --compare"),
        (["--compare", "side_plank"], "two movements are compared"),
        (["no_such.toml"], "no such file"),
        (["side_plank", "--variant", "upside_down"], "leave it out"),
    ],
)
def test_bad_input_is_answered_with_what_would_be_right(arguments: list[str], said: str) -> None:
    done = ran(*arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert not done.stdout


def test_a_motion_that_cannot_be_held_is_said(tmp_path: Path) -> None:
    floating = (MOTIONS / "sl_squat.toml").read_text()
    file = tmp_path / "floating.toml"
    file.write_text("\n".join(x for x in floating.splitlines() if not x.startswith("contacts")))
    done = ran(str(file))
    assert done.returncode == 0
    assert "balance upward lacks" in done.stderr
