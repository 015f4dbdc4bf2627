"""A network on LiteRT: a picture in, its outputs told apart by their shapes."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
from ai_edge_litert.interpreter import Interpreter
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]


class Network:
    """One tflite network with one square picture as input. Not to be shared between threads."""

    def __init__(self, content: bytes, threads: int) -> None:
        with _without_notices():
            self._interpreter = Interpreter(model_content=content, num_threads=threads)
            self._interpreter.allocate_tensors()
        (given,) = self._interpreter.get_input_details()
        self._input: int = given["index"]
        self.side = int(given["shape"][1])
        self._outputs: dict[tuple[int, ...], int] = {
            tuple(map(int, out["shape"][1:])): out["index"]
            for out in self._interpreter.get_output_details()
        }

    def run(self, picture: NDArray[np.uint8], scale: float, offset: float) -> None:
        """Feed `picture` (side, side, at least 3: red, green, blue) as value * scale + offset."""
        # A view of the network's own memory: it must be let go of before the network runs.
        tensor = self._interpreter.tensor(self._input)()[0]
        np.multiply(picture[..., :3], np.float32(scale), out=tensor)
        if offset:
            tensor += np.float32(offset)
        del tensor
        self._interpreter.invoke()

    def output(self, *shape: int) -> Floats:
        """The last answer of that shape (without the batch), as a copy."""
        answer: Floats = self._interpreter.get_tensor(self._outputs[shape])[0]
        return answer

    def part(self, *shape: int, where: tuple[NDArray[np.int64], ...]) -> Floats:
        """The values at `where` of the answer of that shape: the rest is not copied."""
        answer: Floats = self._interpreter.tensor(self._outputs[shape])()[0][where]
        return answer


def sigmoid(values: Floats) -> Floats:
    """1 / (1 + exp(-x)), without overflow."""
    return 1 / (1 + np.exp(-np.clip(values, -60, 60)))


@contextmanager
def _without_notices() -> Iterator[None]:
    """LiteRT tells the terminal which processor it will use, at each network and past Python's own
    streams; no setting stops it. What is wrong it raises, so nothing is lost."""
    kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)
