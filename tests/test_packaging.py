"""What is handed out works where nothing else is: an empty machine, and one without Node."""

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.serving import serving

ROOT = Path(__file__).parents[1]
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
    # What is not imported need not be compiled: most of what is installed.
    pip = (sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-compile")
    run(*pip, "--require-hashes", "-r", ROOT / "requirements" / "run.txt")
    run(*pip, "--no-deps", wheel)
    with serving(tmp_path / "data", coxa=python.with_name("coxa")) as served:
        assert served.health()["status"] == "ok"


def test_the_assets_are_built_where_no_node_is_on_the_path(tmp_path: Path):
    tree = copy_of_the_sources(tmp_path / "tree")
    bare = commands_without_node(tmp_path / "bin")
    assert shutil.which("node", path=str(bare)) is None
    run("make", "assets", cwd=tree, PATH=str(bare))
    assert (tree / "src/coxa/web/static/built/manifest.json").exists()


OF_THE_ROOT = (
    ".npmrc", "LICENSE", "Makefile", "package.json", "package-lock.json", "pyproject.toml",
)  # fmt: skip


def copy_of_the_sources(tree: Path) -> Path:
    tree.mkdir()
    for name in ("tools", "requirements", "src/coxa/web", "src/coxa/motion", "src/coxa/anatomy"):
        shutil.copytree(ROOT / name, tree / name, ignore=shutil.ignore_patterns("built*"))
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
