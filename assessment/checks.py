"""Holds the questions, their answers and the rule in step at every start."""

from django.core.checks import Error, register

from assessment.questionnaire import CURRENT, problems, questionnaire, versions
from regie.content import ContentError


@register()
def questions_fit_the_rule(app_configs, **kwargs) -> list[Error]:
    """Every published version can be read, and the current one fits the rule."""
    try:
        every = {version: questionnaire(version) for version in versions()}
        found = problems(every[CURRENT])
    except (ContentError, KeyError) as error:
        found = [f"the questions cannot be read: {error}"]
    return [Error(text, id="assessment.E001") for text in found]
