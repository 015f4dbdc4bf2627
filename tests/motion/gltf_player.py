"""Plays a .glb file as the glTF 2.0 specification says, with nothing of Coxa's own writer."""

import json
import struct
from typing import Any

import numpy as np

KINDS = {5120: "i1", 5121: "u1", 5122: "<i2", 5123: "<u2", 5125: "<u4", 5126: "<f4"}
WIDTHS = {"SCALAR": 1, "VEC3": 3, "VEC4": 4, "MAT4": 16}


class Player:
    def __init__(self, raw: bytes) -> None:
        magic, version, length = struct.unpack_from("<4sII", raw)
        assert (magic, version, length) == (b"glTF", 2, len(raw))
        (words,) = struct.unpack_from("<I", raw, 12)
        self.json: dict[str, Any] = json.loads(raw[20 : 20 + words])
        self.data = raw[28 + words :]

    def numbers(self, accessor: int) -> np.ndarray:
        entry = self.json["accessors"][accessor]
        view = self.json["bufferViews"][entry["bufferView"]]
        kind = np.dtype(KINDS[entry["componentType"]])
        width = WIDTHS[entry["type"]]
        start = view.get("byteOffset", 0) + entry.get("byteOffset", 0)
        strides = (view.get("byteStride", width * kind.itemsize), kind.itemsize)
        rows = np.ndarray((entry["count"], width), kind, self.data, start, strides)
        values = rows.astype(np.float64)
        if entry.get("normalized"):
            values = np.maximum(values / np.iinfo(kind).max, -1)
        return values

    def node(self, name: str) -> int:
        return next(n for n, node in enumerate(self.json["nodes"]) if node.get("name") == name)

    def channels(self) -> dict[tuple[int, str], tuple[np.ndarray, np.ndarray]]:
        """{(node, path): (times, values)}."""
        (animation,) = self.json["animations"]
        found = {}
        for channel in animation["channels"]:
            sampler = animation["samplers"][channel["sampler"]]
            assert sampler.get("interpolation", "LINEAR") == "LINEAR"
            key = channel["target"]["node"], channel["target"]["path"]
            times = self.numbers(sampler["input"])[:, 0]
            found[key] = times, self.numbers(sampler["output"])
        return found

    def world(self, time: float) -> list[np.ndarray]:
        """The matrices (4, 4) of all nodes at a time of the animation."""
        local = [self._local(node, self._at(number, time)) for number, node in self._nodes()]
        world: dict[int, np.ndarray] = {}

        def place(number: int, above: np.ndarray) -> None:
            world[number] = above @ local[number]
            for child in self.json["nodes"][number].get("children", []):
                place(child, world[number])

        for root in self.json["scenes"][self.json["scene"]]["nodes"]:
            place(root, np.eye(4))
        return [world[number] for number, _ in self._nodes()]

    def skin(self, time: float) -> np.ndarray:
        """The skinned vertices (V, 3)."""
        (mesh,) = {n["mesh"] for n in self.json["nodes"] if "skin" in n}
        attributes = self.json["meshes"][mesh]["primitives"][0]["attributes"]
        places, joints, weights = (
            self.numbers(attributes[name]) for name in ("POSITION", "JOINTS_0", "WEIGHTS_0")
        )
        (skin,) = self.json["skins"]
        inverse = self.numbers(skin["inverseBindMatrices"]).reshape(-1, 4, 4).transpose(0, 2, 1)
        world = self.world(time)
        matrices = np.array([world[j] for j in skin["joints"]]) @ inverse
        blended = np.einsum("vk,vkab->vab", weights, matrices[joints.astype(int)])
        whole = np.concatenate([places, np.ones((len(places), 1))], axis=1)
        return np.einsum("vab,vb->va", blended, whole)[:, :3]

    def _nodes(self) -> list[tuple[int, dict[str, Any]]]:
        return list(enumerate(self.json["nodes"]))

    def _at(self, node: int, time: float) -> dict[str, np.ndarray]:
        played = {}
        for (number, path), (times, values) in self.channels().items():
            if number != node:
                continue
            k = int(np.clip(np.searchsorted(times, time, side="right") - 1, 0, len(times) - 2))
            share = np.clip((time - times[k]) / (times[k + 1] - times[k]), 0, 1)
            between = _slerp if path == "rotation" else _lerp
            played[path] = between(values[k], values[k + 1], share)
        return played

    @staticmethod
    def _local(node: dict[str, Any], played: dict[str, np.ndarray]) -> np.ndarray:
        x, y, z, w = played.get("rotation", node.get("rotation", (0, 0, 0, 1)))
        turn = np.array(
            [
                [1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)],
                [2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)],
                [2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)],
            ]
        )
        matrix = np.eye(4)
        matrix[:3, :3] = turn * played.get("scale", node.get("scale", (1, 1, 1)))
        matrix[:3, 3] = played.get("translation", node.get("translation", (0, 0, 0)))
        return matrix


def _lerp(one: np.ndarray, other: np.ndarray, share: float) -> np.ndarray:
    return one + share * (other - one)


def _slerp(one: np.ndarray, other: np.ndarray, share: float) -> np.ndarray:
    dot = float(one @ other)
    other, dot = (other, dot) if dot >= 0 else (-other, -dot)
    angle = np.arccos(min(dot, 1.0))
    if angle < 1e-6:
        return _lerp(one, other, share)
    return (np.sin((1 - share) * angle) * one + np.sin(share * angle) * other) / np.sin(angle)
