"""The words of "about me": what each answer is called on a page."""

from django.utils.translation import gettext_lazy as lazy

SEXES = [
    ("F", lazy("Woman")),
    ("M", lazy("Man")),
    ("X", lazy("Other")),
    ("", lazy("Rather not say")),
]
TIMES_A_DAY = [("1", lazy("Once a day")), ("2", lazy("Twice a day"))]
LEVELS = [
    ("novice", lazy("New to it, or back after a long time")),
    ("intermediate", lazy("I exercise most weeks")),
    ("advanced", lazy("I train hard, all year round")),
]
GOALS = [
    ("both", lazy("Strong and supple hips")),
    ("strength", lazy("Stronger hips")),
    ("mobility", lazy("Looser hips")),
    ("maintenance", lazy("To stay as I am")),
]
REASONS = [
    ("pain", lazy("Something hurts")),
    ("recovering", lazy("I am getting over something")),
    ("prevention", lazy("I want to stay well")),
    ("performance", lazy("I want to do better at a sport")),
    ("", lazy("No special reason")),
]
SITES: dict[str, str] = {
    "groin": lazy("Groin"),
    "hip": lazy("Front of the hip"),
    "lateral_hip_left": lazy("Side of the left hip"),
    "lateral_hip_right": lazy("Side of the right hip"),
    "pubic": lazy("Pubic bone"),
    "thigh": lazy("Thigh"),
    "knee": lazy("Knee"),
    "back": lazy("Lower back"),
    "buttock": lazy("Buttock"),
    "sit_bone": lazy("Sit bone"),
}
SETTLES = [
    ("minutes", lazy("Within minutes")),
    ("hours", lazy("Within hours")),
    ("next_day_or_longer", lazy("The next day, or later")),
    ("", lazy("I cannot say")),
]
NEARBY = [("yes", lazy("Yes")), ("no", lazy("No"))]
