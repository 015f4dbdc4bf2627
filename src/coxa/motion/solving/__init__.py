"""Places the body so that what should touch does, smoothly, within its joints' ranges and without
sinking in.
"""
