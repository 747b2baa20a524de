"""Using up a token: once, and not more often than people ask."""

import datetime as dt

from django.db import transaction

from .models import ContactCard, Reveal
from .protection import LATEST, mark_of

# In an hour. A person asks for one address, a municipality behind one address of the net for a few.
MOST_PER_CLIENT = 8
MOST_PER_CARD = 60
_WINDOW = dt.timedelta(hours=1)


class UsedBefore(Exception):
    """The token has shown the address once already."""


class LimitReached(Exception):
    """The address, or the one who asks, has had its share for now."""


@transaction.atomic
def use(token: str, card: ContactCard, client: str, now: dt.datetime) -> None:
    """Note that a good token shows the card's address now; raises UsedBefore or LimitReached, and then notes nothing.

    ``client`` is a mark of who asks. What is older than a day is forgotten.
    """
    Reveal.objects.filter(at__lt=now - LATEST).delete()
    if Reveal.objects.filter(token=mark_of(token)).exists():
        raise UsedBefore
    lately = Reveal.objects.filter(at__gt=now - _WINDOW)
    if lately.filter(client=client).count() >= MOST_PER_CLIENT or lately.filter(card=card).count() >= MOST_PER_CARD:
        raise LimitReached
    _made, is_new = Reveal.objects.get_or_create(
        token=mark_of(token), defaults={"card": card, "client": client, "at": now}
    )
    if not is_new:
        raise UsedBefore
