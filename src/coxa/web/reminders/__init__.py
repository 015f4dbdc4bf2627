"""Reminders: what a person wishes, the calendar that shows them, and messages to a browser."""
