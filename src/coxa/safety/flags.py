"""The questions asked before moving: red flags, our own screen, and what to do on a yes."""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from pydantic import Field

from coxa.exercises.exercise import Id, Phrase, Reference, Sentence
from coxa.language import per_language
from coxa.reading.folders import read_file
from coxa.reading.values import Value

RED_FLAGS = Path(__file__).with_name("red_flags.toml")
SCREEN = Path(__file__).with_name("screen.toml")
MESSAGES = Path(__file__).with_name("messages.toml")
STOP_RULES = Path(__file__).with_name("stop_rules.toml")


class RedFlag(Value):
    code: Id
    question: Sentence
    urgency: Literal["emergency", "urgent", "clinician"]
    heading: Phrase  # "Stop. ..."
    do: tuple[Phrase, ...] = Field(min_length=1)  # what to do, step by step
    why: Sentence
    hurts: tuple[Literal["sharp_or_locking", "numb_or_weak", "cannot_stand", "calf_or_chest"], ...]
    source: Reference


class ScreenQuestion(Value):
    """A yes sets conditions, or asks for a professional's word first."""

    code: Id
    question: Sentence
    leads_to: Literal["refer", "caution", "conditions"]
    conditions: tuple[str, ...] = ()  # offered as follow-up words
    messages: tuple[str, ...] = ()
    on_start_now: bool = False


class Message(Value):
    """What a plan's message code says to the person."""

    heading: Phrase
    text: Sentence
    kind: Literal["info", "care", "stop"]


class RedFlags(Value):
    flags: tuple[RedFlag, ...]


class Screen(Value):
    questions: tuple[ScreenQuestion, ...]


class Messages(Value):
    messages: Mapping[str, Message]


class StopRules(Value):
    rules: tuple[Phrase, ...]
    surroundings: tuple[Phrase, ...]


@per_language()
def red_flags() -> Mapping[str, RedFlag]:
    return {flag.code: flag for flag in read_file(RED_FLAGS, RedFlags).flags}


@per_language()
def screen_questions() -> tuple[ScreenQuestion, ...]:
    return read_file(SCREEN, Screen).questions


@per_language()
def messages() -> Mapping[str, Message]:
    return read_file(MESSAGES, Messages).messages


@per_language()
def stop_rules() -> StopRules:
    return read_file(STOP_RULES, StopRules)
