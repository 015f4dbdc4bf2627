"""Leaving out of a network what nobody asks of it.

BlazePose's landmark network also paints a mask of the person, which costs two fifths of its time
and which nothing here uses. LiteRT has no way to skip an output, so the operators that only serve
such outputs are taken out of the network's file. What remains computes the same numbers to the bit.
The models that our build makes have no mask any more (`tools/assets/without_mask.mjs`, for the
browser's sake); this is for those of their makers.
"""

from collections.abc import Collection
from typing import Any

import flatbuffers
from ai_edge_litert.schema_py_generated import Model, ModelT

MARK = b"TFL3"  # what a tflite file has at its fifth byte
ROOM = 4096  # bytes to start with beyond the network's own size


def only(content: bytes, wanted: Collection[tuple[int, ...]]) -> bytes:
    """The network of that file with no outputs but those of the `wanted` shapes (with batch)."""
    model: Any = ModelT.InitFromObj(Model.GetRootAsModel(content, 0))
    (graph,) = model.subgraphs
    graph.outputs = [out for out in graph.outputs if tuple(graph.tensors[out].shape) in wanted]
    graph.operators = _serving(graph.operators, graph.outputs)
    builder = flatbuffers.Builder(len(content) + ROOM)
    builder.Finish(model.Pack(builder), MARK)
    return bytes(builder.Output())


def _serving(operators: list[Any], outputs: list[int]) -> list[Any]:
    """The operators, in order, on which the outputs rest. An operator stands after its inputs'."""
    needed, kept = set(map(int, outputs)), []
    for operator in reversed(operators):
        if needed.intersection(map(int, operator.outputs)):
            needed.update(map(int, operator.inputs))
            kept.append(operator)
    return kept[::-1]
