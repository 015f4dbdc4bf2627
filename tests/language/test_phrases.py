"""Words of scripts: English by themselves, the page's where it brings some along."""

import json

import pytest
from tools.languages.catalogs import Catalog
from tools.languages.scripts import as_json

from tests.web.figures.node import in_node, run

PHRASES = "src/coxa/web/assets/phrases.js"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ('all.phrase("Set {n} of {sets}", { n: 2, sets: 3 })', "Set 2 of 3"),
        ('all.phrase("Left side")', "Left side"),
        ('all.phrase("{name} is {unknown}", { name: "A" })', "A is {unknown}"),
        ('all.counted("{n} minute", "{n} minutes", 0)', "0 minutes"),
        ('all.counted("{n} minute", "{n} minutes", 1)', "1 minute"),
        ('all.counted("{n} minute", "{n} minutes", 5)', "5 minutes"),
    ],
)
def test_without_a_page_they_are_english(asked, said):
    assert in_node(PHRASES, asked) == said


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ('phrase("Set {n} of {sets}", { n: 2, sets: 3 })', "Série 2 sur 3"),
        ('phrase("Right side")', "Right side"),
        ('counted("{n} minute", "{n} minutes", 0)', "0 minute"),
        ('counted("{n} minute", "{n} minutes", 2)', "2 minutes"),
        ('counted("{n} minute", "{n} minutes", 5000)', "5000 minutes"),
    ],
)
def test_with_a_page_they_are_what_it_brings(asked, said):
    catalog = Catalog(locale="fr")
    catalog.add("Set {n} of {sets}", "Série {n} sur {sets}", locations=[("any.js", 1)])
    counted = ("{n} minute", "{n} minutes")
    catalog.add(counted, counted, locations=[("any.js", 1)])
    page = json.dumps(json.dumps({"textContent": as_json(catalog)}))
    first = (
        f"const page = JSON.parse({page}); globalThis.document = {{ getElementById: () => page }};"
        f'const {{ phrase, counted }} = await import("./{PHRASES}");'
    )
    done = run(first, asked)
    assert json.loads(done.stdout) == said, done.stderr


def test_a_page_brings_neither_what_is_fuzzy_nor_what_is_missing():
    catalog = Catalog(locale="fr")
    catalog.add("Left side", "", locations=[("any.js", 1)])
    catalog.add("Right side", "Côté droit", flags=["fuzzy"], locations=[("any.js", 1)])
    assert json.loads(as_json(catalog))["phrases"] == {}
