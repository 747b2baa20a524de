"""Who is asked about a page or a tie, as the templates are handed it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from vanort.contacts.phones import Phone
from vanort.pages.addresses import ancestors, in_order, list_page, tied_places, town_path
from vanort.pages.facts.shapes import CardFacts, Facts, PageFacts, TieFacts, Words
from vanort.pages.paths import mail_path
from vanort.pages.told import Told
from vanort.places.words import said
from vanort.theme.texts import Texts


@dataclass(frozen=True)
class Said:
    """Words, and their language where it is not the page's."""

    text: str
    lang: str = ""


@dataclass(frozen=True)
class ContactView:
    """One card; what it does not show is empty."""

    heading: Said
    role: Said
    unit: Said
    organisation: Said
    note: Said
    visiting: str
    postal: str
    phone: Phone | None
    mobile: Phone | None
    mailbox: str
    ask: str
    ask_href: str


Contacts = tuple[ContactView, ...]


def page_contacts(page: PageFacts, facts: Facts, on: date) -> Told[Contacts]:
    """Those the page names, or the nearest page above it that names any."""
    return contacts_view(_named_by(page, facts), facts, page.language, on)


def town_contacts(ties: Iterable[TieFacts], page: PageFacts, facts: Facts, on: date) -> Told[Contacts]:
    """Those that the town's ties name, or those of the list ``page`` the town stands in."""
    named = [card for tie in ties for card in tie.contacts]
    return contacts_view(named, facts, page.language, on) if named else page_contacts(page, facts, on)


def _named_by(page: PageFacts, facts: Facts) -> tuple[int, ...]:
    line = [page, *reversed(ancestors(facts, page))]
    return next((named for one in line if (named := facts.page_cards.get(one.translation_key))), ())


def shown_on(key: int, facts: Facts, on: date) -> list[tuple[str, str, str]]:
    """Address, title and language of every public page that shows a card on a day, its own or an inherited one."""

    def shows(named: Iterable[int]) -> bool:
        answering = (answers(one, facts, on)[0] for one in named)
        return any(card is not None and card.id == key for card in answering)

    pages = [page for page in in_order(facts) if not page.outside_url]
    found = [(page.path, page.title, page.language) for page in pages if shows(_named_by(page, facts))]
    for language in facts.languages:
        page = list_page(facts, language)
        for place in tied_places(facts) if page else ():
            ties = (tie for tie in facts.ties if tie.place.id == place.id)
            if page and shows([card for tie in ties for card in tie.contacts] or _named_by(page, facts)):
                found.append((town_path(facts, place, language), place.name_in(language)[0], language))
    return found


def contacts_view(named: Iterable[int], facts: Facts, language: str, on: date) -> Told[Contacts]:
    """The cards that answer on a day, functions before persons; ``until`` is when others do."""
    answering, days = [], []
    for key in named:
        card, until = answers(key, facts, on)
        days.append(until)
        if card is not None and card not in answering:
            answering.append(card)
    functions_first = sorted(answering, key=lambda card: bool(card.name))
    view = tuple(_view(card, Texts(language)) for card in functions_first)
    return Told(view, min((day for day in days if day), default=None))


def answers(key: int, facts: Facts, on: date) -> tuple[CardFacts | None, date | None]:
    """The card that answers for the one named: itself in its days, then its heir; and the day it may be another."""
    days, seen = [], set()
    card = facts.cards.get(key)
    while card is not None and card.id not in seen:
        seen.add(card.id)
        days.append(card.term.until(on))
        if card.term.holds(on):
            break
        has_ended = card.term.ends_on is not None and card.term.ends_on < on
        card = facts.cards.get(card.heir) if has_ended and card.heir else None
    else:
        card = None
    return card, min((day for day in days if day), default=None)


def _view(card: CardFacts, texts: Texts) -> ContactView:
    role = _said(card.role, texts)
    return ContactView(
        heading=Said(card.name) if card.name else role,
        role=role if card.name else Said(""),
        unit=_said(card.unit, texts),
        # Whose the others are goes without saying on our own site.
        organisation=Said("") if card.is_ours else _said(card.organisation, texts),
        note=_said(card.note, texts),
        visiting=card.visiting,
        postal=card.postal,
        phone=card.phone,
        mobile=card.mobile,
        mailbox=card.mailbox,
        ask=_ask(card, texts) if card.has_protected_email else "",
        ask_href=mail_path(card.id, texts.language) if card.has_protected_email else "",
    )


def called(card: CardFacts, language: str) -> str:
    """What a card is called in a sentence: the person, or the role."""
    return card.name or said(card.role, language)[0]


def _ask(card: CardFacts, texts: Texts) -> str:
    return texts._("Show the e-mail address of %(name)s") % {"name": called(card, texts.language)}


def _said(words: Words, texts: Texts) -> Said:
    text, lang = said(words, texts.language)
    return Said(text, lang if lang != texts.language else "")
