"""The figure and its motions: a body, clips of coordinates over time, and how they are shown."""
