"""Makes every figure: solves the motions, writes clips, stills and figures.json.

    python -m tools.figures.make [KEY ...] [--anew]

Whatever has changed since it was last made. The body itself is built by build_body.py.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from coxa.motion.body import read_body
from coxa.motion.clip import Clip
from coxa.motion.clip_json import json_text
from coxa.motion.gltf.clip import clip_glb
from coxa.motion.kinematics import Skeleton
from coxa.motion.library import Described, described
from coxa.motion.picture.camera import framed
from coxa.motion.picture.still import encode, render
from coxa.motion.posing import surfaces_of
from coxa.motion.solving.clips import solve
from coxa.motion.telling import told

ROOT = Path(__file__).resolve().parents[2]
FIGURES = ROOT / "src/coxa/motion/figures"
SIZES = ((720, 540), (320, 240))
THEMES = ("light", "dark")
# What makes each part of a motion: a change in any of it makes that part anew, and what follows.
SHARED = (
    "src/coxa/motion/figures/body.glb",
    "src/coxa/motion/kinematics.py",
    "src/coxa/motion/turns.py",
    "src/coxa/motion/props.py",
)
MAKERS = {
    "solved": (
        "src/coxa/motion/solving",
        "src/coxa/motion/solids.py",
        "src/coxa/motion/masses.py",
        "src/coxa/motion/judging/segments.py",
        "src/coxa/motion/judging/limbs.py",
        "src/coxa/exercises/props.toml",
        "src/coxa/exercises/postures.toml",
        "src/coxa/exercises/touching.py",
        "src/coxa/anatomy",
    ),
    "clip": ("src/coxa/motion/gltf",),
    "stills": ("src/coxa/motion/picture", "src/coxa/motion/posing.py"),
}


def main() -> int:
    options = _options()
    wanted = described()
    known = {} if options.anew else _known()
    engines = {part: _hash(*_files_of((*SHARED, *makers))) for part, makers in MAKERS.items()}
    todo = [
        (one, known.get(key, {}).get("made_from", {}), engines)
        for key, one in wanted.items()
        if key in options.keys or not options.keys
    ]
    made = 0
    with ProcessPoolExecutor() as pool:
        for (one, *_), (about, misfits, parts) in zip(todo, pool.map(_make, todo), strict=True):
            known[one.key] = about
            made += bool(parts)
            if parts:
                words = "".join(f"    {misfit}\n" for misfit in misfits)
                sys.stdout.write(f"{one.key}: {', '.join(parts)}\n{words}")
    _write_about({key: known[key] for key in wanted if key in known})
    _sweep(set(wanted))
    sys.stdout.write(f"{made} of {len(wanted)} motions made\n")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("keys", nargs="*", help="motions by key; all that changed if none")
    parser.add_argument("--anew", action="store_true", help="make all of them, changed or not")
    return parser.parse_args()


Task = tuple[Described, dict[str, str], dict[str, str]]


def _make(task: Task) -> tuple[dict[str, Any], list[str], list[str]]:
    """What figures.json says of a motion, its misfits, and which of its parts were made anew."""
    one, before, engines = task
    misfits, parts = [], []
    after = {"solved": _hash_of(engines["solved"], _words(one))}
    if _stale("solved", after, before, one.key):
        parts.append("solved")
        misfits = _solve(one)
    solved = FIGURES / f"solved/{one.key}.json"
    for part in ("clip", "stills"):
        after[part] = _hash_of(engines[part], _hash(solved))
    clip = Clip.from_json(json.loads(solved.read_text(encoding="utf-8")), solved.name)
    if _stale("clip", after, before, one.key):
        parts.append("clip")
        _write(f"clips/{one.key}.glb", clip_glb(clip))
    if _stale("stills", after, before, one.key):
        parts.append("stills")
        for name, content in _stills(clip):
            _write(f"stills/{one.key}-{name}.avif", content)
    return _about(one, after), misfits, parts


def _stale(part: str, after: dict[str, str], before: dict[str, str], key: str) -> bool:
    there = all((FIGURES / name).exists() for name in _files(key))
    return after[part] != before.get(part) or not there


def _solve(one: Described) -> list[str]:
    solved = solve(Skeleton(read_body()), one.shown, one.id, one.title, one.variant, one.tempo)
    # What is shown is what is kept, to the last digit: clip and stills are made from the file.
    _write(f"solved/{one.key}.json", json_text(solved.clip).encode())
    return [str(misfit) for misfit in solved.misfits]


def _about(one: Described, made_from: dict[str, str]) -> dict[str, Any]:
    return {
        "title": one.title,
        "kind": getattr(one.shown, "kind", ""),
        "alt": told(one),
        "phases": ["start", "end"],
        "size": list(SIZES[0]),
        "clip": f"clips/{one.key}.glb",
        "made_from": made_from,
        "sha256": {name: _hash(FIGURES / name) for name in _files(one.key)},
    }


def _stills(clip: Clip) -> Iterator[tuple[str, bytes]]:
    body = read_body()
    ends = {"start": 0, "end": int(abs(clip.times - clip.out_s).argmin())}
    scenes = {phase: surfaces_of(body, clip, frame) for phase, frame in ends.items()}
    # Both phases through one camera: the figure moves, the picture does not.
    camera = framed([s for scene in scenes.values() for s in scene], clip.view, SIZES[0])
    for phase, scene in scenes.items():
        for theme in THEMES:
            large = render(scene, clip.view, SIZES[0], theme, camera)
            yield f"{phase}-{theme}-{SIZES[0][0]}", encode(large, "avif")
            small = Image.fromarray(large).resize(SIZES[1], Image.Resampling.LANCZOS)
            yield f"{phase}-{theme}-{SIZES[1][0]}", encode(np.asarray(small), "avif")


def _files(key: str) -> list[str]:
    stills = [
        f"stills/{key}-{p}-{t}-{w}.avif" for p in ("start", "end") for t in THEMES for w, _ in SIZES
    ]
    return [f"solved/{key}.json", f"clips/{key}.glb", *stills]


def _write(name: str, content: bytes) -> None:
    path = FIGURES / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _known() -> dict[str, Any]:
    path = FIGURES / "figures.json"
    return json.loads(path.read_text(encoding="utf-8"))["motions"] if path.exists() else {}


def _write_about(motions: dict[str, Any]) -> None:
    body = FIGURES / "body.glb"
    about = {
        "body": {"file": body.name, "bytes": body.stat().st_size, "sha256": _hash(body)},
        "motions": motions,
    }
    text = json.dumps(about, ensure_ascii=False, indent=1, sort_keys=True)
    (FIGURES / "figures.json").write_text(text + "\n", encoding="utf-8")


def _sweep(keys: set[str]) -> None:
    """Takes away what belongs to no motion any more."""
    kept = {name for key in keys for name in _files(key)}
    for folder in ("solved", "clips", "stills"):
        for path in (FIGURES / folder).glob("*"):
            if f"{folder}/{path.name}" not in kept:
                path.unlink()


def _files_of(names: tuple[str, ...]) -> list[Path]:
    found: list[Path] = []
    for name in names:
        path = ROOT / name
        inside = sorted(p for p in path.rglob("*") if p.suffix in (".py", ".toml", ".csv"))
        found += inside if path.is_dir() else [path]
    return found


def _hash(*paths: Path) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _hash_of(*texts: str) -> str:
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()[:16]


def _words(one: Described) -> str:
    return "\n".join([one.title, one.shown.model_dump_json(), one.tempo.model_dump_json()])


if __name__ == "__main__":
    raise SystemExit(main())
