"""What is handed out works where nothing else is: an empty machine, and one without Node."""

import json
import os
import re
import shutil
import subprocess
import sys
import venv
import zipfile
from importlib import metadata
from pathlib import Path

import pytest

from tests.serving import serving

ROOT = Path(__file__).parents[1]
BUILT = ROOT / "src/coxa/web/static/built"
pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path = ROOT, **environment: str) -> str:
    done = subprocess.run(
        command, cwd=cwd, env=os.environ | environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT)
    (wheel,) = folder.glob("*.whl")
    return wheel


def test_the_wheel_brings_every_language_as_it_is_read(wheel: Path):
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {
        "coxa/locale/fr/LC_MESSAGES/coxa.mo",
        "coxa/locale/fr/LC_MESSAGES/checks.mo",
        "coxa/locale/pages/fr/LC_MESSAGES/django.mo",
        "coxa/locale/pages/fr/scripts.json",
        "coxa/locale/pages/fr/camera.json",
    } <= names


def test_the_wheel_brings_the_built_pages_and_their_licences(wheel: Path):
    names = zipfile.ZipFile(wheel).namelist()
    built = [Path(name).name for name in names if "/static/built/" in name]
    for start, end in (("app-", ".js"), ("app-", ".css"), ("player-", ".js"), ("icons-", ".svg")):
        assert any(name.startswith(start) and name.endswith(end) for name in built)
    assert {"LICENCES.txt", "manifest.json"} <= set(built)
    assert any(name.endswith("web/templates/base.html") for name in names)
    assert any(name.endswith("exercises/library/glute_bridge.toml") for name in names)


def test_the_wheel_serves_from_an_empty_environment(wheel: Path, tmp_path: Path):
    venv.create(tmp_path / "venv")
    python = tmp_path / "venv" / "bin" / "python"
    bring_what_runs(Path(run(python, "-c", WHERE).strip()))
    # What is not imported need not be compiled: most of what is installed.
    pip = (sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-compile")
    run(*pip, "--no-deps", wheel)
    with serving(tmp_path / "data", coxa=python.with_name("coxa")) as served:
        assert served.health()["status"] == "ok"


WHERE = "import sysconfig; print(sysconfig.get_path('purelib'))"
PINNED = re.compile(r"^([\w.-]+)==(\S+)", re.MULTILINE)


def bring_what_runs(packages: Path) -> None:
    """Links to what requirements/run.txt names, and to nothing else. `make setup`, which comes
    before any test, has fetched it by its hashes: to fetch it once more takes half a minute."""
    pinned = PINNED.findall((ROOT / "requirements" / "run.txt").read_text())
    assert len(pinned) > 20
    for name, version in pinned:
        found = metadata.distribution(name)
        assert found.version == version, f"{name}: run make setup"
        parts = {file.parts[0] for file in found.files or ()} - {"..", "__pycache__"}
        for part in parts:
            (packages / part).symlink_to(found.locate_file(part))


def test_the_assets_are_built_where_no_node_is_on_the_path(tmp_path: Path):
    """All is bundled, and Python frozen, anew. What the last build packed of the same content is
    taken over, as in any build: packing is most of the time, and a tree without an earlier build is
    what `make setup` begins with."""
    tree = copy_of_the_sources(tmp_path / "tree")
    built = tree / "src/coxa/web/static/built"
    forget_what_was_made(built)
    bare = commands_without_node(tmp_path / "bin")
    assert shutil.which("node", path=str(bare)) is None
    # The environment is linked to, not copied: nothing is to be installed into it from here.
    run("make", "--old-file=.venv/.installed", "assets", cwd=tree, PATH=str(bare))
    fresh, usual = (json.loads((one / "manifest.json").read_text()) for one in (built, BUILT))
    assert fresh["files"].keys() == usual["files"].keys()
    assert len(list(built.glob("camera/pyodide-*/python.snapshot"))) == 1


def forget_what_was_made(built: Path) -> None:
    for name in ("manifest.json", "LICENCES.txt"):
        (built / name).unlink()
    for pattern in ("*.js", "*.css", "*.svg", "camera/pyodide-*/python.snapshot"):
        for file in built.glob(pattern):
            file.unlink()


OF_THE_ROOT = (
    ".npmrc", "LICENSE", "Makefile", "package.json", "package-lock.json", "pyproject.toml",
)  # fmt: skip


FOLDERS = (
    "tools", "requirements",
    "src/coxa/web", "src/coxa/motion", "src/coxa/anatomy", "src/coxa/language",
)  # fmt: skip


def copy_of_the_sources(tree: Path) -> Path:
    tree.mkdir()
    for name in FOLDERS:
        shutil.copytree(ROOT / name, tree / name, ignore=shutil.ignore_patterns("built.*"))
    for name in (*OF_THE_ROOT, "src/coxa/__init__.py"):
        shutil.copy2(ROOT / name, tree / name)
    for name in (".venv", "node_modules"):
        (tree / name).symlink_to(ROOT / name)
    return tree


def commands_without_node(folder: Path) -> Path:
    """A folder of links to every command on PATH but Node's own."""
    folder.mkdir()
    for place in os.environ["PATH"].split(os.pathsep):
        for command in Path(place).glob("*"):
            link = folder / command.name
            if command.name not in {"node", "nodejs", "npm", "npx"} and not os.path.lexists(link):
                link.symlink_to(command)
    return folder
