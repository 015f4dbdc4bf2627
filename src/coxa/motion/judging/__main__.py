"""Solves the motions of files and judges them: python -m coxa.motion.judging FILE.toml ...

Prints each motion with what is wrong with it; ends with status 1 if anything is.
"""

import sys
from pathlib import Path

from coxa.motion.body import read_body
from coxa.motion.judging.judge import judge
from coxa.motion.judging.meaning import meaning
from coxa.motion.kinematics import Skeleton
from coxa.motion.library import read_motion
from coxa.motion.solving.clips import solve


def main(files: list[str]) -> int:
    skeleton, wrong = Skeleton(read_body()), 0
    for one in (one for file in files for one in read_motion(Path(file))):
        solved = solve(skeleton, one.shown, one.id, one.title, one.variant, one.tempo)
        found = judge(solved.clip, meaning(one))
        wrong += len(found)
        sys.stdout.write(f"{one.key}: {len(found) or 'nothing'} wrong\n")
        sys.stdout.writelines(f"    {finding}\n" for finding in found)
    return min(wrong, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
