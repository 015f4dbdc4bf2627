"""What a person wishes to be reminded of. Times are those of the clock on their own wall."""

from datetime import time
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from coxa.reading.values import Value

Weekday = Annotated[int, Field(ge=1, le=7)]  # 1 is Monday
WORKING_DAYS = (1, 2, 3, 4, 5)


class Quiet(Value):
    """The hours in which nothing rings, from `start` up to `end`; they may pass over midnight."""

    start: time = time(22)
    end: time = time(7)

    def covers(self, moment: time) -> bool:
        if self.start == self.end:
            return False
        if self.start < self.end:
            return self.start <= moment < self.end
        return moment >= self.start or moment < self.end


class SittingBreaks(Value):
    """Two minutes now and then on working days. 30 to 60 minutes of sitting: our choice, since no
    source gives a figure (habits/habit_break_up_sitting.toml)."""

    days: Annotated[tuple[Weekday, ...], Field(min_length=1, max_length=7)] = WORKING_DAYS
    start: time = time(9)
    end: time = time(17)
    every_min: Literal[30, 45, 60] = 60

    @model_validator(mode="after")
    def _hours_in_order(self) -> Self:
        if self.start >= self.end:
            raise ValueError("the working hours must end after they begin")
        return self


class Reminding(Value):
    """None, or False: not wanted. Whoever says nothing is reminded of nothing."""

    session_at: time | None = None
    second_at: time | None = None  # the optional second session of a day
    morning_at: time | None = None  # the 24-hour question
    checks_at: time | None = None
    sitting: SittingBreaks | None = None
    quiet: Quiet | None = Quiet()
    alarm_min: Annotated[int, Field(ge=0, le=120)] | None = 0  # before it begins; None: no sound
    neutral: bool = True  # titles that tell nothing to whoever looks over the shoulder
    offer: Literal["taken", "declined"] | None = None  # of the same time each day, made once
