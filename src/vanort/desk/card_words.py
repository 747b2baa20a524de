"""What a card is called on our screens."""

from vanort.contacts.models import ContactCard
from vanort.places.words import said

from .register import spoken


def name_of(card: ContactCard) -> str:
    """The role, and who has it."""
    role = said(card.role, spoken())[0]
    return f"{role}: {card.person}" if card.person else role
