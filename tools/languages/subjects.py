"""Every catalog there is, in the order in which a text that stands twice is given to one."""

from collections.abc import Collection, Iterator
from pathlib import Path

from tools.languages.content import CONTENT
from tools.languages.python_words import words_of_python
from tools.languages.scripts import words_of_script
from tools.languages.templates import words_of_template
from tools.languages.where import SOURCE, Message, Subject

WEB = SOURCE / "web"
# What of the pages' folder is said by Coxa itself, since Django is not there, or not awake.
IN_BROWSER = WEB / "camera/in_browser.py"
COMMANDS = WEB / "diary_commands.py"


TO_READ = frozenset({"library", "learn", "anatomy", "muscles", "figures", "programmes"})
TO_TRAIN = frozenset({"session", "camera", "checks", "today", "week"})


def web_words(folders: Collection[str], others: bool = False) -> Iterator[Message]:
    """Templates and Python of those parts of the pages, or of all `others`."""

    def ours(path: Path) -> bool:
        return (path.relative_to(WEB).parts[0] in folders) != others

    for template in filter(ours, sorted(WEB.rglob("templates/**/*.html"))):
        yield from words_of_template(template)
    yield from words_of_python(
        p for p in filter(ours, WEB.rglob("*.py")) if p not in (IN_BROWSER, COMMANDS)
    )


def script_words() -> Iterator[Message]:
    for script in sorted(WEB.rglob("*.js")):
        if "static" not in script.parts:
            yield from words_of_script(script)


def domain_words() -> Iterator[Message]:
    """All outside the pages and the command line; and what runs in a browser, without Django."""
    outside = [path for path in SOURCE.rglob("*.py") if _top(path) not in ("web", "cli")]
    return words_of_python([*outside, IN_BROWSER])


def command_words() -> Iterator[Message]:
    return words_of_python([*(SOURCE / "cli").rglob("*.py"), COMMANDS])


def _top(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0]


SUBJECTS: tuple[Subject, ...] = (
    Subject("pages", "Pages: all others", lambda: web_words(TO_READ | TO_TRAIN, others=True)),
    Subject("pages_read", "Pages: library, learn, anatomy", lambda: web_words(TO_READ)),
    Subject("pages_train", "Pages: today, session, camera, week", lambda: web_words(TO_TRAIN)),
    Subject("scripts", "What scripts of the pages say", script_words),
    Subject("cli", "The command line", command_words),
    Subject("coxa", "Sentences of the domain: reasons, rules, the guide", domain_words),
    *CONTENT,
)
