"""Reading, renewing and compiling the .po files of a language, with Babel."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path

from babel.core import Locale
from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from tools.languages.scripts import IN_BROWSER, as_json
from tools.languages.where import Message, Subject, folder_of

from coxa import language

Key = tuple[str | None, str | tuple[str, str]]

# Where Django reads, from the folder of all languages: all that the web pages say.
PAGES = "pages/{}/LC_MESSAGES/django.mo"
ALIKE = 100_000  # characters: how long texts may be to be held against each other for likeness


def templates(subjects: Iterable[Subject]) -> dict[str, Catalog]:
    """What is to be translated, by catalog; a text of the content once, where it comes first."""
    made = {}
    known: defaultdict[str, set[Key]] = defaultdict(set)
    with language.use(language.SOURCE):
        for subject in subjects:
            # Each reader has its own catalogs, and shares nothing with the others.
            seen = known[_reader(subject.name)]
            fresh = [one for one in subject.messages() if _key(one) not in seen]
            made[subject.name] = _catalog(fresh)
            seen |= {_key(one) for one in fresh}
    return made


def renewed(tag: str, name: str, template: Catalog) -> Catalog:
    """The language's catalog with the template's texts. What changed a little is marked fuzzy."""
    file = folder_of(tag) / f"{name}.po"
    if file.exists():
        with file.open("rb") as opened:
            found = read_po(opened, locale=_locale(tag))
        found.update(template, no_fuzzy_matching=len(template) > ALIKE, update_header_comment=False)
        found.obsolete.clear()
    else:
        found = _of_language(tag)
        for message in template:
            if message.id:
                _copy(found, message)
    return found


def written(catalog: Catalog) -> bytes:
    """As a file: without dates and line numbers, so that a catalog changes only with its words."""
    out = BytesIO()
    write_po(out, catalog, width=100, include_lineno=False, omit_header=True)
    header = (
        'msgid ""\nmsgstr ""\n'
        f'"Language: {catalog.locale_identifier}\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {catalog.plural_forms}\\n"\n\n'
    )
    return header.encode() + out.getvalue()


def compile_all(folder: Path) -> int:
    """Makes each .mo anew that is older than its parts. What is fuzzy or empty stays English."""
    made = 0
    for language_folder in sorted(folder.glob("*/LC_MESSAGES")):
        wanted: dict[Path, list[Path]] = {}
        for po in sorted(language_folder.glob("*.po")):
            if po.stem == "scripts":
                continue
            pages = folder / PAGES.format(language_folder.parent.name)
            wanted.setdefault(
                pages if _reader(po.stem) == "pages" else po.with_suffix(".mo"), []
            ).append(po)
        for mo, parts in wanted.items():
            made += _compile(mo, parts)
        pages = folder / "pages" / language_folder.parent.name
        made += _for_scripts(language_folder / "scripts.po", pages / "scripts.json", ("",))
        made += _for_scripts(language_folder / "coxa.po", pages / "camera.json", IN_BROWSER)
        for mo in set(language_folder.glob("*.mo")) - set(wanted):
            mo.unlink()
    return made


def _for_scripts(po: Path, made: Path, of: tuple[str, ...]) -> bool:
    """Scripts get their words from the page, as JSON."""
    if not po.exists() or not _is_older(made, [po]):
        return False
    made.parent.mkdir(parents=True, exist_ok=True)
    made.write_text(as_json(read(po), of), encoding="utf-8")
    return True


def _is_older(made: Path, parts: list[Path]) -> bool:
    newest = max(part.stat().st_mtime for part in parts)
    return not made.exists() or made.stat().st_mtime < newest


def _compile(mo: Path, parts: list[Path]) -> bool:
    if not _is_older(mo, parts):
        return False
    whole, *others = map(read, parts)
    for other in others:
        for message in other:
            if message.id and is_done(message):
                whole[message.id] = message
    out = BytesIO()
    write_mo(out, whole)
    mo.parent.mkdir(parents=True, exist_ok=True)
    mo.write_bytes(out.getvalue())
    return True


def _reader(name: str) -> str:
    """Who reads a catalog once it is compiled: Django, scripts, or Coxa itself."""
    return name.partition("_")[0] if name.startswith(("pages", "scripts")) else "coxa"


def read(file: Path) -> Catalog:
    with file.open("rb") as opened:
        return read_po(opened, locale=file.parent.parent.name)


def counts(catalogs: Mapping[str, Catalog]) -> dict[str, tuple[int, int, int]]:
    """Texts, translated ones and English words, by catalog."""
    return {name: _count(catalog) for name, catalog in catalogs.items()}


def _count(catalog: Catalog) -> tuple[int, int, int]:
    own = [one for one in catalog if one.id]
    done = [one for one in own if is_done(one)]
    return len(own), len(done), sum(len(_first(one.id).split()) for one in own)


def is_done(message: object) -> bool:
    text = message.string  # type: ignore[attr-defined]
    parts = text if isinstance(text, tuple | list) else (text,)
    return all(parts) and not message.fuzzy  # type: ignore[attr-defined]


def _first(id_: object) -> str:
    return str(id_[0]) if isinstance(id_, tuple | list) else str(id_)


def _key(message: Message) -> Key:
    return message.context, message.text


def _catalog(messages: Iterable[Message]) -> Catalog:
    catalog = Catalog()
    for one in messages:
        catalog.add(
            one.text,
            locations=[(one.file, 1)],
            auto_comments=[one.comment] if one.comment else [],
            context=one.context,
        )
    return catalog


def _of_language(tag: str) -> Catalog:
    return Catalog(locale=_locale(tag))


def _locale(tag: str) -> Locale:
    return Locale.parse(tag, sep="-")


def _copy(catalog: Catalog, message: object) -> None:
    catalog.add(
        message.id,  # type: ignore[attr-defined]
        locations=message.locations,  # type: ignore[attr-defined]
        auto_comments=message.auto_comments,  # type: ignore[attr-defined]
        context=message.context,  # type: ignore[attr-defined]
        flags=message.flags,  # type: ignore[attr-defined]
    )
