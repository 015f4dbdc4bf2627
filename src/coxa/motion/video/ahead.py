"""Making the next one while this one is used: an iterator run by a thread of its own."""

from collections.abc import Generator, Iterator
from queue import Full, Queue
from threading import Event, Thread
from typing import TypeVar

WAIT_S = 0.1  # how soon the thread notices that nobody listens any more

Item = TypeVar("Item")


class _End:
    """After the last item: what ended it, None if it simply ended."""

    def __init__(self, error: BaseException | None) -> None:
        self.error = error


def ahead(items: Iterator[Item], most: int = 4) -> Generator[Item, None, None]:
    """The items of `items` in order, with up to `most` made before they are asked for.

    What `items` raises is raised here, at its place in the order. Whoever stops listening (closes
    the iterator) stops the thread, before the close returns.
    """
    ready: Queue[Item | _End] = Queue(most)
    stop = Event()
    thread = Thread(target=_make, args=(items, ready, stop), name="decoding", daemon=True)
    thread.start()
    try:
        while not isinstance(item := ready.get(), _End):
            yield item
        if item.error:
            raise item.error
    finally:
        stop.set()
        thread.join()


def _make(items: Iterator[Item], ready: "Queue[Item | _End]", stop: Event) -> None:
    error: BaseException | None = None
    try:
        for item in items:
            if not _put(item, ready, stop):
                return
    except BaseException as raised:  # raised again where the items are used
        error = raised
    _put(_End(error), ready, stop)


def _put(item: Item | _End, ready: "Queue[Item | _End]", stop: Event) -> bool:
    """Whether somebody still listened when there was room."""
    while not stop.is_set():
        try:
            ready.put(item, timeout=WAIT_S)
        except Full:
            continue
        return True
    return False
