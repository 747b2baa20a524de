"""The part of the read that concerns people: what their cards show, and nothing else of them."""

from collections import defaultdict

from vanort.contacts.models import ContactCard
from vanort.contacts.phones import phone_or_as_written
from vanort.pages.facts.shapes import CardFacts
from vanort.pages.models import PageContact


def cards(using: str, country: str) -> dict[int, CardFacts]:
    """Every card that may be public on some day; which day that is, is decided when it is shown.

    ``country`` is the readers': numbers of other countries are shown with their country code.
    """
    rows = ContactCard.objects.using(using).publishable().select_related("unit__organisation", "person")
    return {row.pk: card_facts(row, country) for row in rows}


def page_cards(using: str) -> dict[str, tuple[int, ...]]:
    """The cards that pages name, by translation key."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for row in PageContact.objects.using(using).select_related("page"):
        found[str(row.page.translation_key)].append(row.card_id)
    return {key: tuple(dict.fromkeys(ids)) for key, ids in found.items()}


def card_facts(row: ContactCard, readers: str) -> CardFacts:
    """One card, without what is not ticked."""
    country = row.unit.organisation.country

    def ticked(name: str, text: str) -> str:
        return text if name in row.shown else ""

    town = " ".join(part for part in (row.postcode, row.post_town) if part)
    return CardFacts(
        id=row.pk,
        role=row.role,
        unit=row.unit.names,
        organisation=row.unit.organisation.names,
        name=row.person.name if row.person else "",
        is_ours=row.side == ContactCard.Side.OURS,
        note=row.note,
        visiting=ticked("visiting", row.visiting_street),
        postal=ticked("postal", ", ".join(part for part in (row.postal_box, town) if part)),
        phone=phone_or_as_written(ticked("phone", row.phone), country, readers),
        mobile=phone_or_as_written(ticked("mobile", row.mobile), country, readers),
        mailbox=row.mailbox,
        has_protected_email=row.has_protected_email,
        term=row.term,
        heir=row.heir_id,
    )
