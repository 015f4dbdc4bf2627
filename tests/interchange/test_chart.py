"""The chart: which panels, round ticks, and a picture that comes out."""

import io
from typing import Any

import pytest
from PIL import Image

from coxa.interchange.chart import MOST_PANELS, PAPER, chart_png, panels_of


def report(**angles: list[float | None]) -> dict[str, Any]:
    moments = max((len(values) for values in angles.values()), default=3)
    return {
        "view": "side-left",
        "time_s": [n / 10 for n in range(moments)],
        "angles": angles,
        "confidence": {name: [0.9] * moments for name in angles},
        "repetitions": [
            {"start_s": 0.0, "peak_s": 0.1, "end_s": 0.2, "side": "left", "peak_deg": 90.0,
             "full": False, "quality": 0.5, "faults": []}
        ],
        "holds": [{"start_s": 0.0, "end_s": 0.1, "side": "both"}],
        "faults": [],
        "notes": [],
    }  # fmt: skip


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content)).convert("RGB")


def test_left_and_right_share_a_panel_and_what_matters_comes_first() -> None:
    found = panels_of(report(trunk_lean=[1, 2], knee_angle_r=[1, 2], knee_angle_l=[1, 2]))
    assert [panel.name for panel in found] == ["knee_angle", "trunk_lean"]
    assert found[0].lines == {"right": "knee_angle_r", "left": "knee_angle_l"}


def test_what_was_never_seen_has_no_panel() -> None:
    assert not panels_of(report(knee_angle_l=[None, None, 3.0]))


def test_no_more_panels_than_can_be_read() -> None:
    many: dict[str, list[float | None]] = {f"angle{n}": [1.0, 2.0] for n in range(30)}
    assert len(panels_of(report(**many))) == MOST_PANELS


def test_a_line_is_drawn_on_light_paper() -> None:
    empty = opened(chart_png(report(), "none.trc"))
    drawn = opened(chart_png(report(knee_angle_l=[0.0, 90.0, None, 0.0]), "squat.trc"))
    assert drawn.width == empty.width
    assert "#{:02x}{:02x}{:02x}".format(*drawn.getpixel((1, 1))) == PAPER  # type: ignore[misc]
    assert (0, 114, 178) in {colour for _, colour in drawn.getcolors(10**6) or []}


@pytest.mark.parametrize("values", [[5.0, 5.0], [1e-9, 2e-9], [-1e4, 1e4]])
def test_flat_and_steep_lines_can_be_drawn(values: list[float | None]) -> None:
    assert opened(chart_png(report(knee_angle_l=values), "any"))


def test_a_single_moment_can_be_drawn() -> None:
    one = report(knee_angle_l=[5.0])
    assert opened(chart_png({**one, "time_s": [0.0]}, "one"))
