"""axe-core in a page: what it finds against WCAG 2.2 A and AA and its own good practice."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

AXE = Path(__file__).parents[3] / "node_modules" / "axe-core" / "axe.min.js"

STANDARDS = [
    "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice",
]  # fmt: skip
ALL: dict[str, Any] = {
    "runOnly": {"type": "tag", "values": STANDARDS},
    "rules": {"target-size": {"enabled": True}},  # of WCAG 2.2; off in axe if not asked for
    "resultTypes": ["violations"],
}
COLOURS = {**ALL, "runOnly": {"type": "rule", "values": ["color-contrast"]}, "rules": {}}

# The size changes what is shown and how large its targets are; the scheme only its colours.
LOOKS = (
    ("phone, light", 360, 740, "light", ALL),
    ("phone, dark", 360, 740, "dark", COLOURS),
    ("desktop, light", 1440, 900, "light", ALL),
    ("desktop, dark", 1440, 900, "dark", COLOURS),
)


def violations(page) -> list[str]:
    """What axe finds on the page as it stands, in each look: address, look, rule, place."""
    return [
        f"{page.url} ({look}): {fault}"
        for look, width, height, scheme, options in LOOKS
        for fault in _found(page, width, height, scheme, options)
    ]


def _found(page, width: int, height: int, scheme: str, options: dict[str, Any]) -> Iterator[str]:
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    # `evaluate` is not bound by the page's content policy, and nothing is put into the page.
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(_source())
    run = "async (options) => (await axe.run(document, options)).violations"
    for one in page.evaluate(run, options):
        for node in one["nodes"]:
            yield f"{one['id']} ({one['help']}) at {node['target']} {node['html'][:160]}"


@cache
def _source() -> str:
    return AXE.read_text()
