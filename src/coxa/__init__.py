"""Coxa, the open hip coach."""

__version__ = "0.1.0"
