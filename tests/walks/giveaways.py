"""What gives a tip away in any text, and the words of facts 8.3 that name a person."""

import re
from html import unescape

from django.utils.translation import override

from assessment.outcome_words import GP_SENTENCES, LEADS
from assessment.telling import Lead
from regie.content import plain
from regie.guide.library import library
from regie.help.library import Country, Slot, lines_of
from relations.forms.tip_helpers import RUNGS
from relations.kinds import Kind
from tests.walks.test_readability import ALLOWED, FORBIDDEN

TAG = re.compile(r"<[^>]+>")


def texts_of(tips):
    """Every text of these tips, in both languages, without its Markdown."""
    parts = [words for tip in tips for words in (tip.title, tip.text, tip.step, tip.caution)]
    return [flat(plain(text)) for words in parts for text in (words.nl, words.en)]


def rungs():
    """The ladder that stands beside a tip about those closest, in both languages."""
    for language in ("nl", "en"):
        with override(language):
            yield from (str(rung) for rung in RUNGS.values())


def flat(text):
    """A text on one line, without tags and entities."""
    return " ".join(unescape(TAG.sub("", text)).split())


def told():
    """What may only be said to who answered it: leads, sentences for the GP, words to say on a crisis line."""
    lines = [line for line in lines_of_all() if line.slot in (Slot.SUICIDE, Slot.VIOLENCE) and line.say]
    for language in ("nl", "en"):
        with override(language):
            yield from (str(text) for lead, text in LEADS.items() if lead is not Lead.CAREFUL)
            yield from (str(text) for lead, text in GP_SENTENCES.items() if lead is not Lead.CAREFUL)
            yield from (str(line.say) for line in lines)


def lines_of_all():
    """Every help line, of whatever country."""
    return [line for country in Country for line in lines_of(country)]


INTIMATE = [*texts_of(library.tips_of(Kind.INTIMATE)), *rungs()]
TOLD = list(told())
OFFER_HELP = texts_of([library.tips["offer-help"]])


def found(texts, page):
    """Those of ``texts`` that stand on a page or in a file."""
    whole = flat(page)
    return [text for text in texts if text in whole]


def labels_in(text, language):
    """The words of facts 8.3 that a text uses."""
    for allowed in ALLOWED:
        text = text.replace(allowed, "")
    return [
        word for word in FORBIDDEN[language].split(", ") if re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE)
    ]
