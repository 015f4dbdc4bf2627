"""Checks in the log: what the camera saw stands beside the value; old entries read as before."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from pydantic import ValidationError

from coxa.interchange.archive import from_archive, to_archive
from coxa.training.log import CheckDone, Entry
from coxa.training.person import Sided

BY_CAMERA = CheckDone(
    check_id="slr_active",
    value=Sided(left=64.0, right=70.0),
    method="camera",
    tries={"left": (61.2, 64.4, 63.0), "right": (69.0, 70.1, 68.2)},
    proposed=Sided(left=64.0, right=71.0),
)


def entry(body: CheckDone) -> Entry:
    day = date(2026, 3, 2)
    at = datetime(2026, 3, 2, 8, tzinfo=UTC)
    return Entry(id=UUID(int=1), at=at, day=day, zone="Europe/Rome", body=body)


def test_tries_and_proposal_survive_the_way_out_and_in():
    (back,) = from_archive(to_archive("Alice", [entry(BY_CAMERA)])).entries
    assert back.body == BY_CAMERA


def test_an_entry_from_before_there_were_cameras_reads_as_it_was():
    old = {"kind": "check_done", "check_id": "slr_active", "value": {"left": 60, "right": None}}
    body = CheckDone.model_validate(old)
    assert (body.method, body.tries, body.proposed) == ("by_hand", {}, None)


def test_a_yes_stays_a_yes_and_does_not_become_a_one():
    body = CheckDone(check_id="check_ankle_over_knee", value=True, tries={"both": (True, False)})
    assert CheckDone.model_validate_json(body.model_dump_json()).tries == {"both": (True, False)}


@pytest.mark.parametrize(
    "tries", [{"middle": (1.0,)}, {"left": ("much",)}, {"left": (1.0,) * 21}, {"left": (1e9,)}]
)
def test_tries_that_no_check_gives_are_refused(tries):
    with pytest.raises(ValidationError):
        CheckDone(check_id="slr_active", value=Sided(left=60), tries=tries)
