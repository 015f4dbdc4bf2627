"""Running a small piece of our scripts where there is no page."""

import atexit
import json
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import IO, Any

ROOT = Path(__file__).parents[3]
NODE = shutil.which("node") or str(Path(sys.executable).with_name("node"))
# One Node for all tests of a process: to start one takes longer than most of them. Modules are
# read once and so must hold no state of their own, which those that run here do not.
ANSWERS = """
import { createInterface } from "node:readline";
console.log = console.error; // standard output is for answers
const Asynchronous = (async () => {}).constructor;
for await (const line of createInterface({ input: process.stdin })) {
  const { module, expression } = JSON.parse(line);
  const answer = {};
  try {
    const worth = new Asynchronous("all", `"use strict"; return (${expression});`);
    answer.value = (await worth(await import(module))) ?? null;
  } catch (fault) {
    answer.fault = String(fault?.stack ?? fault);
  }
  process.stdout.write(`${JSON.stringify(answer)}\\n`);
}
"""


def in_node(module: str, expression: str) -> Any:
    """What `expression` is worth, with everything that `module` (a path from the root) exports as
    `all`."""
    asked, told = _node()
    asked.write(json.dumps({"module": (ROOT / module).as_uri(), "expression": expression}) + "\n")
    asked.flush()
    answer = json.loads(told.readline())
    assert "fault" not in answer, answer["fault"]
    return answer["value"]


@cache
def _node() -> tuple[IO[str], IO[str]]:
    """Where it is asked, and where it answers. It ends with this process."""
    process = subprocess.Popen(
        [NODE, "--input-type=module", "--eval", ANSWERS],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdin
    assert process.stdout
    atexit.register(process.communicate)
    return process.stdin, process.stdout


def run(first: str, expression: str) -> "subprocess.CompletedProcess[str]":
    """Likewise in a Node of its own, after what `first` imports; faults are in its error output."""
    text = f"{first} console.log(JSON.stringify(await ({expression})) ?? null);"
    return subprocess.run(
        [NODE, "--input-type=module", "--eval", text],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
