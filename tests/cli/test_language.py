"""In which language the commands speak to persons."""

import pytest

from coxa import language
from coxa.cli import speak
from coxa.language import catalogs


@pytest.mark.parametrize(
    ("environment", "speaks"),
    [
        ({}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LC_ALL": "de_DE.UTF-8", "LANG": "fr_FR.UTF-8"}, "en"),
        ({"COXA_LANGUAGE": "fr", "LANG": "en_GB.UTF-8"}, "fr"),
        ({"COXA_LANGUAGE": "en", "LANG": "fr_FR.UTF-8"}, "en"),
    ],
)
def test_the_commands_speak_the_language_that_is_wished_for(environment, speaks, monkeypatch):
    monkeypatch.setattr(catalogs, "available", lambda: ("en", "fr"))
    monkeypatch.setattr(language, "available", lambda: ("en", "fr"))
    with language.use("en"):
        speak(environment)
        assert language.current() == speaks
