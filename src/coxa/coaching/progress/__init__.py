"""How it goes: what a log says of pain, minutes, checks, effort and muscles over time.

    from coxa.coaching.progress.overview import overview

    found = overview(entries, today, coverage())  # of coxa.coaching.coverage
    found.pain.judged.verdict  # better, worse, chance, same, first

One subject a file; each reads `Told`, the log put in order once. Entries in, immutable values out:
points with their day, and verdicts that name their rule and its source. Nothing here is stored.
"""
