"""What a person keeps about their relations: one model per file."""

from relations.models.contact_moment import ContactMoment
from relations.models.hard_moment import HardMoment
from relations.models.intention import Intention
from relations.models.own_regie import OwnRegie
from relations.models.pause import Pause
from relations.models.presence import Presence
from relations.models.relation import Relation
from relations.models.two_readings import TwoReadings

__all__ = [
    "ContactMoment",
    "HardMoment",
    "Intention",
    "OwnRegie",
    "Pause",
    "Presence",
    "Relation",
    "TwoReadings",
]
