"""Progression and safety rules, one a file."""
