"""The commands that need the database, called by `coxa.cli`."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from coxa.web.folder import SettingError, data_folder
from coxa.web.lan.addresses import NoHouseError
from coxa.web.listening import PortTakenError
from coxa.web.serving import DEFAULT_PORT, HOST, console, serve
from coxa.web.whereabouts import (
    address_here,
    address_in_the_house,
    answers,
    have_it_look,
    is_away,
)

if TYPE_CHECKING:
    from coxa.web.lan.opening import Wanted

errors = Console(stderr=True, highlight=False, soft_wrap=True, markup=False)


def start(port: int, data: Path | None, open_browser: bool, lan: "Wanted | None" = None) -> None:
    from coxa.web.built import NotBuiltError

    folder = choose_folder(data)
    try:
        serve(port, folder, open_browser, lan)
    except (PortTakenError, NoHouseError, NotBuiltError, *data_errors()) as error:
        fail(error)
    except KeyboardInterrupt:
        pass


def link(data: Path | None) -> None:
    folder = choose_folder(data)
    try:
        token = _new_token(folder)
    except data_errors() as error:
        fail(error)
    address = address_here(folder)
    if not answers(address):
        address = None
        errors.print("Coxa does not seem to be running. Start it with: coxa start")
    print(f"{address or f'http://{HOST}:{DEFAULT_PORT}'}/enter/{token}/")  # noqa: T201


def house_link(data: Path | None) -> None:
    """With its QR code where a person looks on; the bare link where a program reads."""
    folder = choose_folder(data)
    have_it_look(folder)
    address = address_in_the_house(folder)
    if is_away(folder):
        errors.print(
            "This computer is in no network that Coxa can serve just now. "
            "Join the Wi-Fi or plug in the cable, then type this again."
        )
        sys.exit(1)
    if not answers(address):
        errors.print("Coxa does not answer the house. Start it with: coxa start --lan")
        sys.exit(1)
    try:
        link = f"{address}/enter/{_new_token(folder)}/"
    except data_errors() as error:
        fail(error)
    out = console()
    if out.is_terminal:
        from coxa.web.lan.words import show_link

        show_link(link, out)
    else:
        print(link)  # noqa: T201


def _new_token(folder: Path) -> str:
    import django

    django.setup()
    from coxa.web import clock
    from coxa.web.access.links import new_token
    from coxa.web.database import prepare

    prepare(folder, clock.now())
    return new_token(clock.now())


def choose_folder(data: Path | None) -> Path:
    """The folder named on the command line wins, and is what the settings will read."""
    if data is not None:
        os.environ["COXA_DATA_DIR"] = str(data)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "coxa.web.settings")
    return data_folder(os.environ)


def data_errors() -> tuple[type[Exception], ...]:
    from coxa.web.database import NewerDatabaseError

    return (SettingError, NewerDatabaseError)


def fail(error: Exception) -> None:
    errors.print(str(error))
    sys.exit(1)
