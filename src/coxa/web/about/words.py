"""The words of "about me": what each answer is called on a page."""

SEXES = [("F", "Woman"), ("M", "Man"), ("X", "Other"), ("", "Rather not say")]
TIMES_A_DAY = [("1", "Once a day"), ("2", "Twice a day")]
LEVELS = [
    ("novice", "New to it, or back after a long time"),
    ("intermediate", "I exercise most weeks"),
    ("advanced", "I train hard, all year round"),
]
GOALS = [
    ("both", "Strong and supple hips"),
    ("strength", "Stronger hips"),
    ("mobility", "Looser hips"),
    ("maintenance", "To stay as I am"),
]
REASONS = [
    ("pain", "Something hurts"),
    ("recovering", "I am getting over something"),
    ("prevention", "I want to stay well"),
    ("performance", "I want to do better at a sport"),
    ("", "No special reason"),
]
SITES: dict[str, str] = {
    "groin": "Groin",
    "hip": "Front of the hip",
    "lateral_hip_left": "Side of the left hip",
    "lateral_hip_right": "Side of the right hip",
    "pubic": "Pubic bone",
    "thigh": "Thigh",
    "knee": "Knee",
    "back": "Lower back",
    "buttock": "Buttock",
    "sit_bone": "Sit bone",
}
SETTLES = [
    ("minutes", "Within minutes"),
    ("hours", "Within hours"),
    ("next_day_or_longer", "The next day, or later"),
    ("", "I cannot say"),
]
NEARBY = [("yes", "Yes"), ("no", "No")]
