"""The words of content files, by the fields that their types declare as words."""

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from tools.languages.where import SOURCE, Message, Subject, relative

from coxa.anatomy.groups import groups
from coxa.anatomy.muscles import Muscle
from coxa.anatomy.ranges import dependences
from coxa.checks.check import Check
from coxa.checks.library import checks
from coxa.exercises.library import exercises
from coxa.exercises.vocabulary import Kind
from coxa.mechanics.measured import measured
from coxa.mechanics.muscle import lines
from coxa.motion.library import described
from coxa.motion.telling import things_of, touched_in
from coxa.programmes.desk_blocks import desk_blocks
from coxa.programmes.library import habits, programmes
from coxa.reading.worded import words_of
from coxa.safety.flags import messages, red_flags, screen_questions, stop_rules
from coxa.safety.profiles import profiles
from coxa.training.outcomes import measures
from coxa.training.phases import phases
from coxa.web.learn.shelf import load_pages, load_sources


def exercise_words(kinds: Iterable[Kind], ours: bool | None = None) -> Iterator[Message]:
    """`ours`: only those that Coxa adds to the sources' (x_), or only the sources'."""
    for one in exercises().values():
        if one.kind in kinds and (ours is None or one.id.startswith("x_") == ours):
            yield from of(one, f"exercises/library/{one.id}.toml", called=one.name)


def check_words() -> Iterator[Message]:
    for one in checks().values():
        yield from of(_without_camera(one), f"checks/library/{one.id}.toml", called=one.name)


def camera_words() -> Iterator[Message]:
    for one in checks().values():
        if one.camera:
            yield from of(one.camera, f"checks/library/{one.id}.toml", called=one.name)


def programme_words() -> Iterator[Message]:
    for one in programmes().values():
        yield from of(one, f"programmes/library/{one.id}.toml", called=one.name)
    for phase in phases().values():
        yield from of(phase, "training/phases.toml", called=phase.name)
    for measure in dict.fromkeys(measures().values()):
        yield from of(measure, "training/outcomes.toml", called=measure.name)


def habit_words() -> Iterator[Message]:
    for one in habits().values():
        yield from of(one, f"programmes/habits/{one.id}.toml", called=one.name)
    for block in desk_blocks().values():
        yield from of(block, f"programmes/desk/{block.id}.toml", called=block.name)


def safety_words() -> Iterator[Message]:
    for flag in red_flags().values():
        yield from of(flag, "safety/red_flags.toml", called=flag.code)
    for question in screen_questions():
        yield from of(question, "safety/screen.toml", called=question.code)
    for code, message in messages().items():
        yield from of(message, "safety/messages.toml", called=code)
    yield from of(stop_rules(), "safety/stop_rules.toml", called="stop rules")
    for profile in profiles():
        yield from of(profile, "safety/conditions.csv", called=profile.code)


def anatomy_words() -> Iterator[Message]:
    for muscle in Muscle:
        group = groups()[muscle]
        texts = (group.where, group.felt, *(look.words for look in group.looks))
        yield from _plain("anatomy/groups.toml", muscle, texts)
        yield from _plain("anatomy/actions.toml", muscle, (*group.does, *group.lengthened_by))
    yield from _plain("anatomy/ranges.toml", "why", (row.why for row in dependences()))
    yield from _plain("web/anatomy/starts.toml", "position", _names("web/anatomy/starts.toml"))
    parts = sorted({one.words for one in lines().values()})
    yield from _plain("mechanics/muscle.py", "part", parts)
    for one in sorted(set(measured().values()), key=lambda m: (m.study, m.exercise)):
        yield from _plain("mechanics/measured.toml", "study", (one.study, one.exercise))


def picture_words() -> Iterator[Message]:
    """What the descriptions of the figure are put together from."""
    for one in described().values():
        called = f"in a picture of: {one.title}"
        yield from _plain("motion/telling.py", called, things_of(one.shown))
        for pose in one.shown.poses:
            for thing, parts in touched_in(pose).items():
                yield from _plain("motion/telling.py", called, (thing, *parts))


def house_words() -> Iterator[Message]:
    file = "web/lan/trusting.toml"
    for device in _table(file)["device"]:
        yield from _plain(file, device["name"], (device["name"], *device["steps"], device["back"]))
    file = "web/reminders/subscribing.toml"
    for program in _table(file)["program"]:
        yield from _plain(file, program["name"], (program["name"], *program["steps"]))


def _names(file: str) -> Iterator[str]:
    return (row["name"] for row in _table(file)["starts"])


def _table(file: str) -> Any:
    return tomllib.loads((SOURCE / file).read_text(encoding="utf-8"))


def _plain(file: str, called: str, texts: Iterable[str]) -> Iterator[Message]:
    """Texts of files that no value type describes."""
    return (Message(text, relative(SOURCE / file), called) for text in texts)


def learn_words() -> Iterator[Message]:
    for page in load_pages().values():
        yield from of(page, f"web/learn/pages/{page.id}.toml", called=page.title)
    for name, source in load_sources().items():
        yield from of(source, "web/learn/sources.toml", called=name)


def of(value: Any, file: str, called: str) -> Iterator[Message]:
    where = relative(SOURCE / Path(file))
    for field, text in words_of(value):
        yield Message(text, where, f"{called}: {field}")


def _without_camera(check: Check) -> Check:
    return check.model_copy(update={"camera": None})


def _exercises(name: str, about: str, *kinds: Kind, ours: bool | None = None) -> Subject:
    return Subject(name, about, lambda: exercise_words(kinds, ours))


CONTENT: tuple[Subject, ...] = (
    _exercises("exercises_strength", "Strength, of the sources", Kind.STRENGTH, ours=False),
    _exercises("exercises_strength_more", "Strength, our own", Kind.STRENGTH, ours=True),
    _exercises("exercises_stretch", "Stretches", Kind.STRETCH),
    _exercises(
        "exercises_other", "Drills, balance, self-massage",
        Kind.DRILL, Kind.BALANCE, Kind.SELF_MASSAGE,
    ),
    Subject("checks", "Self-checks", check_words),
    Subject("checks_camera", "Self-checks by camera", camera_words),
    Subject("programmes", "Programmes, phases and measures", programme_words),
    Subject("habits", "Habits and desk blocks", habit_words),
    Subject("learn", "Pages to read, and their sources", learn_words),
    Subject("anatomy", "Muscles: where they are, what they do", anatomy_words),
    Subject("pictures", "The figure described, piece by piece", picture_words),
    Subject("house", "How a device trusts the certificate", house_words),
    Subject("safety", "Red flags, questions, messages, conditions", safety_words),
)  # fmt: skip
