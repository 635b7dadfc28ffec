"""What was found in a file, in words."""

from django.utils.text import get_text_list
from django.utils.translation import gettext_lazy, pgettext

from regie.mydata.formats.card import Card, Reason, Trouble

REASONS = {
    Reason.NO_NAME: gettext_lazy("Line %(line)s: the name is missing."),
    Reason.CUT_OFF: gettext_lazy("Line %(line)s: the card stops halfway."),
    Reason.TOO_LONG: gettext_lazy("Line %(line)s: a name over 200 or a note over 10,000 signs."),
    Reason.TOO_MUCH: gettext_lazy("Line %(line)s: more than a thousand lines in one card."),
    Reason.WRONG: gettext_lazy("Number %(line)s: a value in it cannot be right."),
}


def reason_in_words(trouble: Trouble) -> str:
    """Where a card begins and why it cannot be read."""
    return REASONS[trouble.reason] % {"line": trouble.line}


def found_in(card: Card) -> str:
    """What a card holds beside a name: "phone, birthday"."""
    parts = (
        (card.phone, pgettext("found in a file", "phone")),
        (card.email, pgettext("found in a file", "e-mail")),
        (card.birthday, pgettext("found in a file", "birthday")),
        (card.note, pgettext("found in a file", "note")),
        (card.contacts, pgettext("found in a file", "moments")),
        (card.rhythm_days, pgettext("found in a file", "rhythm")),
    )
    words = [word for value, word in parts if value] or [pgettext("found in a file", "a name")]
    return get_text_list(words, pgettext("before the last of a list", "and"))
