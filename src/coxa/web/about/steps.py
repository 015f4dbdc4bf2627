"""The few short pages of "about me", in their order."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as lazy

from coxa.training.log import AboutAnswered
from coxa.web.about.forms import (
    AimForm,
    LifeForm,
    SoreForm,
    StepForm,
    ThingsForm,
    TimeForm,
    WhereForm,
)


def _always(_about: AboutAnswered) -> bool:
    return True


def _hurts(about: AboutAnswered) -> bool:
    return bool(about.pain)


@dataclass(frozen=True)
class Step:
    name: str
    title: str
    lead: str
    form: type[StepForm]
    wanted: Callable[[AboutAnswered], bool] = _always

    @property
    def template(self) -> str:
        return f"about/{self.name}.html"


STEPS = (
    Step(
        "time",
        lazy("Your time"),
        lazy("Little and often works. You can change it any week."),
        TimeForm,
    ),
    Step(
        "things",
        lazy("What is at hand?"),
        lazy("Tap what you have. Nothing else is planned."),
        ThingsForm,
    ),
    Step("aim", lazy("Your aim"), lazy("It sets the mix and where you begin."), AimForm),
    Step(
        "where",
        lazy("Where does it hurt?"),
        lazy("Tap the picture. Nowhere is fine too."),
        WhereForm,
    ),
    Step(
        "sore",
        lazy("How sore is it?"),
        lazy("As it feels; there is no wrong answer."),
        SoreForm,
        _hurts,
    ),
    Step(
        "life", lazy("Your days"), lazy("What the hip makes hard is what we watch for."), LifeForm
    ),
)


def step_named(name: str) -> Step:
    return next(step for step in STEPS if step.name == name)


def after(step: Step, about: AboutAnswered) -> Step | None:
    return next((one for one in STEPS[STEPS.index(step) + 1 :] if one.wanted(about)), None)


def before(step: Step, about: AboutAnswered) -> Step | None:
    earlier = reversed(STEPS[: STEPS.index(step)])
    return next((one for one in earlier if one.wanted(about)), None)
