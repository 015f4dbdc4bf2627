"""Two good sessions with nothing left to raise: the harder form, from the bottom of its range."""

from coxa.language import gettext as _
from coxa.training.case import Case, Move
from coxa.training.forms import first_dose, harder_form
from coxa.training.words import called, done_twice


def swap_harder(case: Case) -> Move | None:
    form = harder_form(case) if case.two_good and case.at_the_top else None
    if form is None:
        return None
    return Move(
        verdict="swap_harder",
        dose=first_dose(case, form),
        to_exercise=form.id,
        # Translators: {name} is an exercise's, as in the middle of a sentence: "glute bridge".
        because=_("{done}, so you are ready for the {name}.").format(
            done=done_twice(case), name=called(form.name)
        ),
    )
