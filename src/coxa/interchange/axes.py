"""The axes of a room, as files of markers have them. Light: the command line reads it at once."""

from enum import StrEnum


class Up(StrEnum):
    """The axis that points up: OpenSim's files have y, those of most marker systems z."""

    Y = "y"
    Z = "z"
