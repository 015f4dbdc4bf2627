"""Files that a command writes: whole or not at all, and never over what is not ours."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from coxa.reading.faults import Fault, FaultyInputError

#: What a file has near its beginning that may be written over: one of the same kind.
MARKS: Mapping[str, bytes] = {
    "json": b'"repetitions"', "csv": b"time_s", "mot": b"endheader", "png": b"PNG", "mp4": b"ftyp",
}  # fmt: skip
LOOK_BYTES = 1_000_000  # a measurement's angles stand before its repetitions


def targets(out: Path, inputs: Sequence[Path], form: str, option: str) -> list[Path]:
    """The file for each input: `out` itself, or in the folder `out` where there are several.

    Raises FaultyInputError with everything that would keep them from being written.
    """
    if len(inputs) == 1:
        files = [out / f"{inputs[0].stem}.{form}" if out.is_dir() else out]
        faults = [] if files[0].absolute().parent.is_dir() else [_no_folder(files[0])]
    else:
        files = [out / f"{path.stem}.{form}" for path in inputs]
        faults = _folder_fault(out, option)
    faults += [
        Fault("command line", option, str(file), "would be written for two inputs; rename one")
        for file in sorted({file for file in files if files.count(file) > 1})
    ]
    for file, path in zip(files, inputs, strict=True):
        if right := hindrance(file, form, MARKS[form], path):
            faults.append(Fault(str(file), "", "", right))
    if faults:
        raise FaultyInputError(faults)
    return files


def _no_folder(file: Path) -> Fault:
    return Fault(str(file), "", "", "its folder does not exist")


def write_whole(file: Path, content: bytes) -> None:
    """A file that was there before stays until the new one is complete."""
    new = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(exist_ok=True)
        new.write_bytes(content)
        new.replace(file)
    except OSError as error:
        new.unlink(missing_ok=True)
        right = f"cannot be written: {(error.strerror or str(error)).lower()}"
        raise FaultyInputError([Fault(str(file), "", "", right)]) from None


def _folder_fault(out: Path, option: str) -> list[Fault]:
    """A folder that is not there yet is made when the first file is written into it."""
    if out.exists() and not out.is_dir():
        right = "must be a folder: there are several inputs, each with a file of its own"
    elif not out.exists() and not out.absolute().parent.is_dir():
        right = "the folder that it would be in does not exist"
    else:
        return []
    return [Fault("command line", option, str(out), right)]


def hindrance(file: Path, form: str, mark: bytes, source: Path | None = None) -> str:
    """What keeps a file from being written, in words; "" if nothing does.

    `mark` stands near the beginning of a file of ours of that form; `source` is what is read.
    """
    if file.is_dir():
        return "is a folder; name a file"
    if source and file.exists() and source.exists() and file.samefile(source):
        return "is the input itself; choose another name"
    if file.exists() and file.stat().st_size:
        with file.open("rb") as old:
            if mark not in old.read(LOOK_BYTES):
                return f"is there already and is no {form} file of ours; choose another name"
    return ""
