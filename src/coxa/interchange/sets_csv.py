"""What was done, one set a line, for a spreadsheet."""

import csv
import io

from coxa.exercises.library import exercises
from coxa.training.log import Log, SessionStarted, SetDone

COLUMNS = (
    "day", "time_utc", "session", "from", "exercise_id", "exercise", "set", "side", "reps",
    "hold_s", "rest_s", "lowering_s", "load_kg", "band", "form_ok",
)  # fmt: skip


def sets_csv(entries: Log) -> str:
    """Every set of the log, in the order in which they happened."""
    started = [entry.body for entry in entries if isinstance(entry.body, SessionStarted)]
    origins = {one.session_id: one.origin for one in started}
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for entry in entries:
        if isinstance(entry.body, SetDone):
            origin = origins.get(entry.body.session_id, "")
            writer.writerow([entry.day, f"{entry.at:%H:%M:%S}", *_cells(entry.body, origin)])
    return out.getvalue()


def _cells(done: SetDone, origin: str) -> list[object]:
    known = exercises().get(done.exercise_id)
    return [
        done.session_id, origin, _text(done.exercise_id), known.name if known else "",
        done.set_number, done.side, done.reps, f"{done.hold_s:g}", f"{done.rest_s:g}",
        f"{done.lowering_s:g}", f"{done.load_kg:g}", _text(done.band or ""),
        "" if done.form_ok is None else ("yes" if done.form_ok else "no"),
    ]  # fmt: skip


def _text(words: str) -> str:
    """A spreadsheet runs what begins like a formula; an apostrophe before it keeps it text."""
    return f"'{words}" if words.startswith(("=", "+", "-", "@", "\t", "\r")) else words
