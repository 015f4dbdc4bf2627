"""Catalogs: what is to be translated, what is, and what is wrong with it."""
