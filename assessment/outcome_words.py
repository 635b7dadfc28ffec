"""The words of the outcome page that follow the answers: each says only what was answered, or nothing."""

from django.utils.translation import gettext_lazy as _

from assessment.questionnaire import DOES_NOT_APPLY, MISSING_SOMETHING, SATISFIED, SO_SO
from assessment.telling import Lead
from relations.kinds import Kind

LEADS = {
    Lead.LONG: _("You told us that it has lasted long."),
    Lead.CHILDHOOD: _("You told us that you were often lonely as a child."),
    Lead.REWARD: _("You told us that contact gives you little."),
    Lead.GIVING: _("You told us that you often feel worse after doing something for someone."),
    Lead.MOOD: _("You told us that you feel low almost every day, or can hardly do anything."),
    Lead.ALWAYS: _("You told us that you feel lonely almost always."),
    Lead.SEVERAL: _("You named a few things that can be heavy together."),
    Lead.CAREFUL: _("To be careful, we start with help."),
}
GP_SENTENCES = {
    Lead.LONG: _("I have felt lonely for a long time. I cannot do this alone. Will you think along with me?"),
    Lead.CHILDHOOD: _("I was often lonely as a child. Will you think along with me?"),
    Lead.REWARD: _("Contact gives me little now. Will you think along with me?"),
    Lead.GIVING: _("I often feel worse after doing something for someone. Will you think along with me?"),
    Lead.MOOD: _("I have felt low for weeks. Will you look into it with me?"),
    Lead.ALWAYS: _("I feel lonely almost always. Will you think along with me?"),
    Lead.SEVERAL: _("There are a few things that are heavy together. Will you think along with me?"),
    Lead.CAREFUL: _("I would like to talk about how I am doing. Will you think along with me?"),
}
AN_EXPERT = _("Do you know someone who understands long-term loneliness?")
# By the person's own answer on a kind: beside one of three doors, and beside the only one.
WISHES = {
    MISSING_SOMETHING: _("You miss something here, you said."),
    SO_SO: _("This is all right, you said."),
    SATISFIED: _("You are satisfied here, you said."),
    DOES_NOT_APPLY: _("This does not apply to you, you said."),
}
FIRST_DOORS = {
    Kind.INTIMATE: _("Start with those closest to you"),
    Kind.FRIENDSHIP: _("Start with your friends"),
    Kind.COMMUNITY: _("Start with people around you"),
}
THINKING_OF_SUICIDE = _("I am not doing well. I am thinking of suicide.")
HELP_NEEDED = _("I am not doing well. I need help now.")
IN_DANGER_NOW = _("I am not safe. I need help.")
NOT_TESTED = _("This comes from a self-check. Its questions were not tested by research.")
