"""Catalogs of all languages.

python -m tools.languages                  renew every catalog from the source, and tell how far each is
python -m tools.languages new de           begin a language
python -m tools.languages check FILE...    what is wrong with these catalogs; 1 if anything is
python -m tools.languages todo FILE [N]    the first N texts of a catalog without a translation, as JSON
python -m tools.languages fill FILE JSON   put translations in from such a file
python -m tools.languages compile          make the .mo files that Coxa reads
"""  # noqa: E501
# ruff: noqa: T201 (it tells)

import json
import sys
from collections.abc import Callable
from pathlib import Path

from tools.languages import catalogs, checking, filling
from tools.languages.where import LOCALE, folder_of, languages


def renew(tags: list[str]) -> None:
    from tools.languages.subjects import SUBJECTS

    texts = catalogs.templates(SUBJECTS)
    for tag in tags:
        folder = folder_of(tag)
        folder.mkdir(parents=True, exist_ok=True)
        made = {name: catalogs.renewed(tag, name, one) for name, one in texts.items()}
        for name, catalog in made.items():
            (folder / f"{name}.po").write_bytes(catalogs.written(catalog))
        _tell(tag, made)


def check(files: list[str]) -> int:
    wrong = 0
    for file in map(Path, files):
        tag = file.parent.parent.name.replace("_", "-")
        faults = list(checking.faults_of(catalogs.read(file), tag))
        wrong += len(faults)
        for fault in faults:
            print(f"{file.name}: {fault}")
        print(f"{file.name}: {len(faults)} faults" if faults else f"{file.name}: {checking.WHOLE}")
    return 1 if wrong else 0


def _tell(tag: str, made: dict[str, catalogs.Catalog]) -> None:
    print(f"{tag:24}  texts   done  words")
    for name, (texts, done, words) in catalogs.counts(made).items():
        print(f"  {name:22} {texts:6} {done:6} {words:6}")


def todo(words: list[str]) -> int:
    print(filling.todo(Path(words[0]), int(words[1]) if len(words) > 1 else None))
    return 0


def fill(words: list[str]) -> int:
    file, given = words
    unknown = filling.fill(Path(file), json.loads(Path(given).read_text(encoding="utf-8")))
    for text in unknown:
        print(f"not in {Path(file).name}: {text}")
    return 1 if unknown else 0


def make(_words: list[str]) -> int:
    catalogs.compile_all(LOCALE)
    return 0


def renewed(words: list[str]) -> int:
    renew(words or languages())
    return 0


VERBS: dict[str, Callable[[list[str]], int]] = {
    "renew": renewed, "new": renewed, "check": check, "todo": todo, "fill": fill, "compile": make,
}  # fmt: skip


def main(words: list[str]) -> int:
    verb, rest = (words[0], words[1:]) if words else ("renew", [])
    if verb not in VERBS:
        print(__doc__)
        return 2
    return VERBS[verb](rest)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
