"""The calendar and messages, from a shell: `coxa calendar` and `coxa push`."""

import sys
import time
from pathlib import Path

from coxa.web.commands import errors
from coxa.web.data_commands import open_data, profile_named, write_whole
from coxa.web.whereabouts import address_here, address_in_the_house

STARTS = b"BEGIN:VCALENDAR"


def calendar(data: Path | None, name: str | None, out: Path | None) -> None:
    """On standard output, or into a file; one that Coxa did not write is never overwritten."""
    folder = open_data(data)
    from coxa.web import clock
    from coxa.web.language.speaking import best_for, speaking
    from coxa.web.reminders.feed import document

    profile, now = profile_named(name), clock.now()
    with speaking(best_for([profile.language])):
        text = document(profile, now, now, address_here(folder) or "").decode()
    if out is None:
        sys.stdout.write(text)
        return
    write_whole(out, text, lambda old: old.startswith(STARTS))
    errors.print(f"The reminders of {profile.name} are in {out}")


def address(data: Path | None, name: str | None) -> None:
    """The addresses at which calendars read it, one a line: this computer's, then the house's."""
    folder = open_data(data)
    from django.urls import reverse

    from coxa.web.reminders import tokens

    profile = profile_named(name)
    made = tokens.of(profile)
    token = tokens.token_of(made) if made else None
    if made is None or token is None:
        errors.print(f"{profile.name} has no address yet. Make one under Me, Reminders.")
        sys.exit(1)
    path = reverse("reminders:calendar", args=[made.id, token])
    bases = [one for one in (address_here(folder), address_in_the_house(folder)) if one]
    if not bases:
        errors.print("Coxa does not seem to be running. Start it with: coxa start")
    for base in bases or ["http://127.0.0.1:8000"]:
        print(f"{base}{path}")  # noqa: T201


def push_keys(data: Path | None) -> None:
    folder = open_data(data)
    from coxa.web.reminders.push.keys import keys_file, make_keys

    print(make_keys(folder))  # noqa: T201
    errors.print(f"The keys are in {keys_file(folder)}. Nobody else may have that file.")
    errors.print("Also set COXA_PUSH_CONTACT=mailto:you@example.org")


def push_send(data: Path | None, every: int | None) -> None:
    open_data(data)
    from coxa.web import clock
    from coxa.web.reminders.push.sending import NotReadyError, send_due

    try:
        while True:
            print(f"{send_due(clock.now())} sent", flush=True)  # noqa: T201
            if every is None:
                return
            time.sleep(every)
    except NotReadyError as error:
        errors.print(str(error))
        sys.exit(1)
    except KeyboardInterrupt:
        pass
