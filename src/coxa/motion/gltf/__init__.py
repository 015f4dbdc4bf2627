"""Motions as binary glTF 2.0: small clips for our own pages, and whole files for other programs."""
