from .card import ContactCard
from .organisation import Organisation
from .person import Person
from .reveal import Reveal
from .unit import Unit

__all__ = ["ContactCard", "Organisation", "Person", "Reveal", "Unit"]
