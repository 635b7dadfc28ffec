"""The kring on the home page: nine names that nobody bears, to show what the product looks like."""

from django.utils.translation import pgettext

from relations.kinds import Kind, Party
from relations.pictures.dots import Light, Member
from relations.pictures.kring import Kring, draw


def example_kring() -> Kring:
    """An example, in the active language."""
    return draw(
        [
            Member(pgettext("example in the kring", "Mum"), Kind.INTIMATE, light=Light.THIS_MONTH),
            Member("Joris", Kind.INTIMATE),
            Member("Sanne", Kind.FRIENDSHIP, light=Light.THIS_MONTH),
            Member("Yusuf", Kind.FRIENDSHIP, light=Light.LONG_AGO),
            Member("Pieter", Kind.FRIENDSHIP),
            Member("Ria", Kind.COMMUNITY, light=Light.THIS_MONTH),
            Member(pgettext("example in the kring", "Choir"), Kind.COMMUNITY, Party.GROUP),
            Member(pgettext("example in the kring", "Baker"), Kind.COMMUNITY, Party.PLACE, Light.THIS_MONTH),
            Member("Ahmed", Kind.COMMUNITY, light=Light.LONG_AGO),
        ]
    )
