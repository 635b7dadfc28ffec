"""Questions about many objects. Each begins at the owner, and hides what was removed."""

from datetime import date, timedelta
from typing import Self

from django.apps import apps
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery

from relations.kinds import Manner, Status


def presences(**facts) -> QuerySet:
    """Presences with ``facts``."""
    return apps.get_model("relations", "Presence").objects.filter(**facts)


def latest_day(presences_of_outer: QuerySet) -> Subquery:
    """The last day among presences, as one step in an index."""
    return Subquery(presences_of_outer.order_by("-happened_on").values("happened_on")[:1])


def among_us(prefix: str = "") -> Q:
    """Whoever may still come up: not removed, ended, died or marked unsafe."""
    facts = {"is_unsafe": False, "removed_at__isnull": True, "status__in": (Status.ACTIVE, Status.RESTING)}
    return Q(**{f"{prefix}{name}": value for name, value in facts.items()})


class OwnedQuerySet(QuerySet):
    """Rows with an owner."""

    def of(self, user) -> Self:
        """What belongs to ``user``."""
        return self.filter(owner=user)


class RelationQuerySet(QuerySet):
    """Relations of one person."""

    def of(self, user) -> Self:
        """The only door to a relation: it starts at its owner and hides what was removed."""
        return self.filter(owner=user, removed_at__isnull=True)

    def with_removed_of(self, user) -> Self:
        """The same with what was removed, but not who was merged: they come back by parting."""
        return self.filter(owner=user, merged_into__isnull=True)

    def removed_of(self, user) -> Self:
        """What ``user`` removed and can still take back, last removed first."""
        return self.with_removed_of(user).filter(removed_at__isnull=False).order_by("-removed_at", "pk")

    def active(self) -> Self:
        """With whom Regie may propose something: active, and not marked unsafe."""
        return self.filter(status=Status.ACTIVE, is_unsafe=False)

    def in_circle(self) -> Self:
        """Active and resting, in the order they were added."""
        return self.filter(status__in=(Status.ACTIVE, Status.RESTING)).order_by("pk")

    def at_rest(self) -> Self:
        """Resting, ended and died: their memories stay."""
        return self.filter(status__in=(Status.RESTING, Status.ENDED, Status.DIED)).order_by("pk")

    def in_circle_or_remembered(self) -> Self:
        """The circle, and who died and whose days should come back each year; in the order they were added."""
        remembered = Q(status=Status.DIED, wants_anniversaries=True)
        return self.filter(remembered | Q(status__in=(Status.ACTIVE, Status.RESTING))).order_by("pk")

    def by_name_only(self) -> Self:
        """Without the sealed fields: a list needs none, and opening them takes time."""
        return self.defer("role", "shares", "familiar_names", "phone", "email", "address", "note")

    def with_rhythm(self) -> Self:
        """With a rhythm or a fixed appointment."""
        return self.filter(Q(rhythm_days__isnull=False) | Q(appointment_weekday__isnull=False))

    def with_last_contact(self, today: date) -> Self:
        """Annotate ``last_contact_on``: the latest day of contact up to ``today``, or None."""
        return self.annotate(
            last_contact_on=latest_day(presences(relation=OuterRef("pk"), counts=True, happened_on__lte=today))
        )

    def with_last_no_answer(self, today: date) -> Self:
        """Annotate ``last_no_answer_on``: the latest day up to ``today`` on which nobody answered, or None."""
        return self.annotate(
            last_no_answer_on=latest_day(
                presences(
                    relation=OuterRef("pk"),
                    counts=False,
                    happened_on__lte=today,
                    moment__manner=Manner.NO_ANSWER,
                    moment__took_place=True,
                    moment__removed_at__isnull=True,
                )
            )
        )


class ContactMomentQuerySet(QuerySet):
    """Contact moments of one person."""

    def of(self, user) -> Self:
        """Moments of ``user`` that were not removed and still have someone in them."""
        return self.filter(
            Exists(presences(moment=OuterRef("pk"), relation__removed_at__isnull=True)),
            owner=user,
            removed_at__isnull=True,
        )

    def with_removed_of(self, user) -> Self:
        """All moments of ``user``, those that were removed too."""
        return self.filter(owner=user)

    def removed_of(self, user) -> Self:
        """Moments that ``user`` removed and can still take back, last removed first."""
        return self.filter(owner=user, removed_at__isnull=False).order_by("-removed_at", "-pk")

    def latest_first(self) -> Self:
        """In the order of the timeline."""
        return self.order_by("-happened_on", "-id")

    def before(self, day: date, pk: int) -> Self:
        """Earlier in the timeline than the moment ``pk`` on ``day``."""
        return self.filter(happened_on__lte=day).filter(Q(happened_on__lt=day) | Q(id__lt=pk))

    def after(self, day: date, pk: int) -> Self:
        """Later in the timeline than the moment ``pk`` on ``day``."""
        return self.filter(happened_on__gte=day).filter(Q(happened_on__gt=day) | Q(id__gt=pk))

    def with_kind(self, kind: str) -> Self:
        """Moments with at least one relation of ``kind``."""
        return self.filter(Exists(presences(moment=OuterRef("pk"), relation__kind=kind, relation__removed_at=None)))

    def took_place(self) -> Self:
        """What happened: no plans."""
        return self.filter(took_place=True)

    def plans(self) -> Self:
        """Plans that nobody answered yet and that may come up, first one first: all who are in them may come up."""
        present = presences(moment=OuterRef("pk"), relation__removed_at=None)
        may_come_up = among_us("relation__")
        return self.filter(
            Exists(present.filter(may_come_up)), ~Exists(present.exclude(may_come_up)), took_place__isnull=True
        ).order_by("happened_on", "id")

    def that_carry_a_feeling(self) -> Self:
        """What happened and has a feeling afterwards, latest first."""
        return self.took_place().exclude(felt_after="").latest_first()

    def within(self, days: int, today: date) -> Self:
        """From ``days`` days ago up to and with ``today``."""
        return self.filter(happened_on__range=(today - timedelta(days=days), today))

    def with_people(self) -> Self:
        """Fetch who was there along, without the removed, as ``people``."""
        relation = apps.get_model("relations", "Relation")
        return self.prefetch_related(
            Prefetch(
                "relations",
                relation.objects.filter(removed_at__isnull=True).by_name_only().order_by("pk"),
                to_attr="people",
            )
        )


class PresenceQuerySet(QuerySet):
    """Who was there, and when."""

    def of(self, user) -> Self:
        """Presences of relations that ``user`` did not remove."""
        return self.filter(relation__owner=user, relation__removed_at__isnull=True)

    def that_count(self, today: date) -> Self:
        """Contact up to ``today``: no plans, nobody who did not answer."""
        return self.filter(counts=True, happened_on__lte=today)

    def with_weight(self) -> Self:
        """Those of relations that weigh in pictures: active or resting, and not marked unsafe."""
        return self.filter(among_us("relation__"))
