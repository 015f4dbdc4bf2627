"""The words of scripts, and of the Python that runs in a browser, for pages to bring along."""

from pathlib import Path

from coxa.language import FOLDER, current, per_language

SCRIPTS = "scripts.json"
CAMERA = "camera.json"


@per_language()
def words_for(name: str) -> str:
    """JSON, made with the other catalogs: {"phrases": {English: other}, "plural": ...}, or ""."""
    tag = current()
    for one in (tag, tag.partition("-")[0]):
        file = _folder(one) / name
        if file.exists():
            return file.read_text(encoding="utf-8")
    return ""


def _folder(tag: str) -> Path:
    language, _, region = tag.partition("-")
    return FOLDER / "pages" / (f"{language}_{region.upper()}" if region else language)
