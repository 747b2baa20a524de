from .contact import RelationContact
from .count_claim import CountClaim
from .kind import RelationKind
from .relation import Relation
from .start_claim import StartClaim
from .status_event import StatusEvent

__all__ = ["CountClaim", "Relation", "RelationContact", "RelationKind", "StartClaim", "StatusEvent"]
