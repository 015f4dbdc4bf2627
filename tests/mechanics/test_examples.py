"""What the page for developers shows can be run."""

import re
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "developers" / "muscles.md"
EXAMPLES = re.findall(r"^```python\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.M | re.S)


def test_the_page_shows_examples():
    assert len(EXAMPLES) == 3


@pytest.mark.parametrize("example", EXAMPLES, ids=["lengths", "stretch", "loads"])
def test_an_example_runs_and_says_something(example: str, capsys: pytest.CaptureFixture[str]):
    exec(compile(example, str(PAGE), "exec"), {})  # noqa: S102  our own page
    assert capsys.readouterr().out
