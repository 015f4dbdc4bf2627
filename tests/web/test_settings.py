import subprocess
import sys
from pathlib import Path

import pytest

from coxa.web.folder import SettingError, data_folder, make_private, secret_key
from coxa.web.serving import has_screen


@pytest.mark.parametrize(
    ("environ", "folder"),
    [
        ({"COXA_DATA_DIR": "/srv/coxa", "XDG_DATA_HOME": "/elsewhere"}, "/srv/coxa"),
        ({"XDG_DATA_HOME": "/elsewhere"}, "/elsewhere/coxa"),
        ({}, str(Path.home() / ".local/share/coxa")),
        ({"XDG_DATA_HOME": ""}, str(Path.home() / ".local/share/coxa")),
    ],
)
def test_the_data_are_kept_where_the_environment_says(environ: dict[str, str], folder: str):
    assert data_folder(environ) == Path(folder)


def test_a_key_is_made_once(tmp_path: Path):
    assert secret_key(tmp_path) == secret_key(tmp_path)


def test_a_broken_key_is_named_and_not_used(tmp_path: Path):
    (tmp_path / "secret.key").write_text("short")
    with pytest.raises(SettingError, match=r"secret\.key"):
        secret_key(tmp_path)


def test_a_folder_that_is_already_there_is_closed_to_others(tmp_path: Path):
    tmp_path.chmod(0o755)
    make_private(tmp_path)
    assert tmp_path.stat().st_mode & 0o777 == 0o700


def test_a_switch_that_is_neither_on_nor_off_is_refused(coxa):
    refused = coxa("link", COXA_DEBUG="yes")
    assert refused.returncode == 1
    assert "COXA_DEBUG=yes: must be 1 (on) or 0 (off)" in refused.stderr
    assert "Traceback" not in refused.stderr


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="these always have a screen")
@pytest.mark.parametrize(
    ("environ", "seen"),
    [
        ({}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"DISPLAY": ":0", "COXA_NO_BROWSER": "1"}, False),
    ],
)
def test_a_browser_opens_only_where_it_is_seen(environ: dict[str, str], seen: bool):
    assert has_screen(environ) is seen


def test_help_imports_neither_django_nor_the_solver():
    script = (
        "import sys, coxa.cli\n"
        "from typer.testing import CliRunner\n"
        "assert CliRunner().invoke(coxa.cli.app, ['--help']).exit_code == 0\n"
        "heavy = ('django', 'numpy', 'ortools', 'waitress', 'pydantic')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
