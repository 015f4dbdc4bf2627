"""Running a small piece of our scripts where there is no page."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[3]
NODE = shutil.which("node") or str(Path(sys.executable).with_name("node"))


def in_node(module: str, expression: str) -> Any:
    """What `expression` is worth, with everything that `module` (a path from the root) exports."""
    done = run(f"import * as all from {json.dumps((ROOT / module).as_uri())};", expression)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def run(first: str, expression: str) -> "subprocess.CompletedProcess[str]":
    text = f"{first} console.log(JSON.stringify(await ({expression})) ?? null);"
    return subprocess.run(
        [NODE, "--input-type=module", "--eval", text],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
