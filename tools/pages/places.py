"""Which pages there are, each with an address that shows it.

A test holds `PAGES` and `NOT_PAGES` against the table of addresses itself, so that a new page is
looked at from its first day.
"""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

# Route to addresses, as a person in the middle of a plan opens them.
PAGES: dict[str, tuple[str, ...]] = {
    "start": ("/",),
    "offline:away": ("/offline/",),
    "offline:leave": ("/leave/",),
    "welcome:home": ("/welcome/",),
    "safety:whole": ("/safety/",),
    "safety:start_now": ("/safety/start-now/",),
    "about:time": ("/about/time/",),
    "about:things": ("/about/things/",),
    "about:aim": ("/about/aim/",),
    "about:where": ("/about/where/",),
    "about:sore": ("/about/sore/",),
    "about:life": ("/about/life/",),
    "today:home": ("/today/",),
    "today:weekly": ("/today/weekly/",),
    "week:home": ("/week/",),
    "week:next": ("/week/next/",),
    "session:start_now": ("/session/start-now/",),
    "session:desk": ("/session/desk/",),
    "checks:home": ("/checks/",),
    "checks:first": ("/checks/first/",),
    "checks:page": ("/checks/check_reach_past_shins/", "/checks/thomas_angle/"),
    "library:home": ("/library/",),
    "library:exercise": ("/library/banded_clamshell/", "/library/glute_bridge/"),
    "library:habits": ("/library/habits/",),
    "library:habit": ("/library/habits/habit_even_stance/",),
    "anatomy:home": ("/anatomy/",),
    "anatomy:group": ("/anatomy/glute_med/",),
    "anatomy:curves": ("/anatomy/glute_med/curves/",),
    "programmes:home": ("/programmes/",),
    "programmes:programme": ("/programmes/p001/",),
    "learn:home": ("/learn/",),
    "learn:page": ("/learn/pain_rule/", "/learn/see_somebody/", "/learn/reading_checks/"),
    "learn:check": ("/learn/checks/chair_stand_30s/", "/learn/checks/check_knee_cave_lunge/"),
    "report:home": ("/report/",),
    "camera:anything": ("/camera/",),
    "camera:coach": ("/camera/banded_clamshell/",),
    "camera:check": ("/camera/check/check_reach_past_shins/",),
    "household:profiles": ("/household/",),
    "household:new": ("/household/new/",),
    "progress:home": ("/progress/",),
    "progress:pain": ("/progress/pain/",),
    "progress:sessions": ("/progress/sessions/",),
    "progress:muscles": ("/progress/muscles/",),
    "progress:profile": ("/progress/profile/",),
    "progress:checks": ("/progress/checks/",),
    "progress:check": ("/progress/checks/thomas_angle/",),
    "progress:milestones": ("/progress/milestones/",),
    "mydata:home": ("/mydata/",),
    "mydata:import": ("/mydata/import/",),
    "mydata:erase": ("/mydata/erase/",),
    "me:home": ("/me/",),
    "reminders:home": ("/reminders/",),
    "lan:home": ("/phone/",),
    "lan:trust": ("/trust/",),
}

# Route to why nobody looks at it.
NOT_PAGES: dict[str, str] = {
    "healthz": "for machines",
    "access:enter": "leads in, shows nothing",
    "household:name": "an act",
    "household:choice": "an act",
    "household:remove": "its address changes from person to person",
    "diary:entries": "for scripts",
    "today:answer": "an act",
    "week:adjust": "an act",
    "session:play": "its address changes from day to day; looked at as a step of a journey",
    "session:done": "its address changes from session to session; looked at as a step of a journey",
    "session:after": "a part of a page",
    "anatomy:figure": "a file",
    "camera:of_a_session": "for scripts",
    "programmes:back": "an act",
    "programmes:follow": "an act",
    "language:choose": "an act",
    "offline:manifest": "a file",
    "offline:worker": "a file",
    "offline:pages": "for scripts",
    "mydata:everything": "a file",
    "mydata:sets": "a file",
    "report:paper": "a file",
    "report:ask": "an act",
    "report:take_back": "an act",
    "safety:stop": "only after a red flag; looked at as a step of a journey",
    "checks:result": "an act",
    "reminders:file": "a file",
    "reminders:address": "an act",
    "reminders:offer": "an act",
    "reminders:device": "for scripts",
    "reminders:calendar": "for calendars",
    "lan:out": "an act",
    "lan:certificate": "a file",
}


def routes() -> frozenset[str]:
    """The name of every route, with its namespace: `library:exercise`."""
    return frozenset(_names(get_resolver().url_patterns, ""))


def addresses() -> tuple[str, ...]:
    return tuple(address for found in PAGES.values() for address in found)


def _names(patterns: list[URLPattern | URLResolver], space: str) -> Iterator[str]:
    for one in patterns:
        if isinstance(one, URLPattern):
            yield f"{space}{one.name}"
        else:
            inner = f"{space}{one.namespace}:" if one.namespace else space
            yield from _names(one.url_patterns, inner)
