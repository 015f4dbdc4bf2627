"""The commands that need the database, called by `coxa.cli`."""

import os
import sys
from pathlib import Path

from rich.console import Console

from coxa.web.folder import SettingError, data_folder
from coxa.web.serving import DEFAULT_PORT, HOST, PortTakenError, last_address, serve

errors = Console(stderr=True, highlight=False, soft_wrap=True, markup=False)


def start(port: int, data: Path | None, open_browser: bool) -> None:
    from coxa.web.built import NotBuiltError

    folder = choose_folder(data)
    try:
        serve(port, folder, open_browser)
    except (PortTakenError, NotBuiltError, *data_errors()) as error:
        fail(error)
    except KeyboardInterrupt:
        pass


def link(data: Path | None) -> None:
    folder = choose_folder(data)
    try:
        token = _new_token(folder)
    except data_errors() as error:
        fail(error)
    address = last_address(folder)
    if address is None:
        errors.print("Coxa does not seem to be running. Start it with: coxa start")
    print(f"{address or f'http://{HOST}:{DEFAULT_PORT}'}/enter/{token}/")  # noqa: T201


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
