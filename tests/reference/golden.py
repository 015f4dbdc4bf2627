"""Golden cases: a person, what the plan must show, and the checker that knows nothing of Coxa."""

import importlib.util
from datetime import date
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import yaml

from coxa.coaching.plan import make_plan
from coxa.training.person import Person

HERE = Path(__file__).parent
OPEN = HERE / "evidence" / "golden_open.yaml"
OURS = HERE / "our_golden.yaml"
TODAY = date(2026, 3, 2)  # a Monday

Row = tuple[str, str, bool, Any]  # severity, operator, held, what was seen


@cache
def checker() -> ModuleType:
    path = HERE / "evidence" / "tools" / "golden_check.py"
    spec = importlib.util.spec_from_file_location("golden_check", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def document(path: Path) -> dict[str, Any]:
    return yaml.safe_load(path.read_text("utf-8"))


def cases(path: Path) -> list[dict[str, Any]]:
    return document(path)["cases"]


def rows(case: dict[str, Any]) -> list[Row]:
    """Every expectation of a case, and those common to all, held against our plan."""
    expected = [one["week"] for one in case["expect"] if "week" in one]
    person = Person.model_validate(case["person"])
    plan = make_plan(person, TODAY, weeks=max([1, *expected])).as_json()
    return checker().check(case, plan, document(OPEN)["common_if_plan"])


def missed(case: dict[str, Any]) -> list[Row]:
    return [row for row in rows(case) if not row[2]]
