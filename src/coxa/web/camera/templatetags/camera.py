"""Whether the camera can watch an exercise, for the pages that link there."""

from django import template

from coxa.web.camera.looked_for import looked_for

register = template.Library()


@register.simple_tag
def watchable(exercise_id: str) -> bool:
    """{% watchable exercise.id as watched %}"""
    return looked_for(exercise_id) is not None
