import pytest
from django.test import Client

from coxa.web import clock
from coxa.web.access.links import new_token


@pytest.fixture
def entered(db) -> Client:
    """A browser, without its looks, that came in by a link."""
    client = Client(headers={"host": "127.0.0.1"})
    client.get(f"/enter/{new_token(clock.now())}/")
    return client
