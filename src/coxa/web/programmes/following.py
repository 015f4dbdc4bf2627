"""Which programme a person follows, by their log."""

from coxa.training.log import Log, ProgrammeChosen


def followed(log: Log) -> ProgrammeChosen | None:
    """The programme chosen last; none where the person went back to their own plan."""
    chosen = [one.body for one in log if isinstance(one.body, ProgrammeChosen)]
    return chosen[-1] if chosen and chosen[-1].programme_id else None
