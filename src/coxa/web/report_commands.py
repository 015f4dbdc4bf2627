"""The command that writes the report, called by `coxa.cli`."""

from datetime import date
from pathlib import Path

from coxa.web.data_commands import open_data, profile_named, write_whole


def report(data: Path | None, name: str | None, file: Path, today: date | None) -> None:
    open_data(data)
    from django.utils import translation

    from coxa.coaching.report.report import report_of
    from coxa.coaching.week import week_of
    from coxa.interchange.report.pdf import report_pdf
    from coxa.language import current
    from coxa.web import clock
    from coxa.web.diary.store import log_of
    from coxa.web.report.sheet import sheet_of

    profile = profile_named(name)
    entries, day = log_of(profile), today or clock.today()
    with translation.override(current()):
        sheet = sheet_of(report_of(profile.name, entries, week_of(entries, day), day))
    write_whole(file, report_pdf(sheet, clock.now()), lambda old: _is_ours(old, file))
    print(f"The report of {profile.name} is in {file}: two pages.")  # noqa: T201
    print("It is not locked. Keep it where you keep letters from your doctor.")  # noqa: T201


def _is_ours(old: bytes, file: Path) -> bool:
    """A PDF that names Coxa as its author, which it says near its end."""
    return old.startswith(b"%PDF-") and b"/Author(Coxa)" in file.expanduser().read_bytes()
