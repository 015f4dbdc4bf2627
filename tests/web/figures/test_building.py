"""What `make assets` does with the figures: tools/assets."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from tests.web.figures.made_up import STILLS
from tests.web.figures.node import ROOT, in_node, run

COPY = "tools/assets/figures.mjs"
TABLE = "tools/assets/palette.mjs"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "figures"
    for name in ("clips", "stills"):
        (folder / name).mkdir(parents=True)
    (folder / "body.glb").write_bytes(b"body")
    (folder / "clips/glute_bridge.glb").write_bytes(b"clip")
    for name in STILLS:
        (folder / f"stills/glute_bridge-{name}.avif").write_bytes(name.encode())
    about = {
        "body": {"file": "body.glb", "bytes": 4, "sha256": sha256(b"body").hexdigest()},
        "motions": {
            "glute_bridge": {
                "title": "Glute bridge",
                "alt": {"start": "Down.", "end": "Up."},
                "phases": ["start", "end"],
                "clip": "glute_bridge.glb",
                "size": [720, 540],
            }
        },
    }
    (folder / "figures.json").write_text(json.dumps(about))
    return folder


def call(source: Path, target: Path) -> str:
    return f"all.copyFigures({json.dumps(str(source))}, {json.dumps(str(target))})"


def fails(source: Path, target: Path) -> str:
    done = run(f"import * as all from {json.dumps((ROOT / COPY).as_uri())};", call(source, target))
    assert done.returncode != 0
    return done.stderr


def test_each_file_gets_a_name_that_says_what_is_in_it(source: Path, tmp_path: Path):
    target = tmp_path / "built"
    target.mkdir()
    made = in_node(COPY, call(source, target))
    assert made["body"] == f"figures/body-{sha256(b'body').hexdigest()[:8].upper()}.glb"
    motion = made["motions"]["glute_bridge"]
    assert (target / motion["clip"]).read_bytes() == b"clip"
    assert set(motion["stills"]) == set(STILLS)
    for name, file in motion["stills"].items():
        assert (target / file).read_bytes() == name.encode()


def test_every_missing_file_is_named_at_once(source: Path, tmp_path: Path):
    (source / "clips/glute_bridge.glb").unlink()
    (source / "stills/glute_bridge-end-dark-320.avif").unlink()
    said = fails(source, tmp_path)
    assert "clips/glute_bridge.glb" in said
    assert "stills/glute_bridge-end-dark-320.avif" in said


def test_another_body_than_the_clips_were_made_for_is_refused(source: Path, tmp_path: Path):
    (source / "body.glb").write_bytes(b"other")
    assert "is not the body that figures.json was written for" in fails(source, tmp_path)


def test_a_tree_without_figures_is_built_without_them(tmp_path: Path):
    assert in_node(COPY, call(tmp_path, tmp_path)) == {"body": "", "motions": {}}


def test_the_palette_is_read_as_it_is_written():
    text = '# Colours\n[materials.skin]\nlight = "#aabbcc" # by day\ngloss = 0.25\nfigure = true\n'
    found = in_node(TABLE, f"all.parsed({json.dumps(text)}, 'palette.toml')")
    assert found == {"materials": {"skin": {"light": "#aabbcc", "gloss": 0.25, "figure": True}}}


def test_what_is_no_plain_table_is_refused_by_its_line():
    first = f"import * as all from {json.dumps((ROOT / TABLE).as_uri())};"
    done = run(first, "all.parsed('[a]\\nb = [1]', 'palette.toml')")
    assert "palette.toml:2" in done.stderr
