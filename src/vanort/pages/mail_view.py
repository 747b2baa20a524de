"""The page that shows a protected address to who asks for it, as its template is handed it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from vanort.contacts.phones import phone_or_as_written
from vanort.pages.contacts import called
from vanort.pages.facts.shapes import CardFacts, Facts
from vanort.pages.frame import Frame, frame, postal_line
from vanort.pages.paths import mail_path
from vanort.theme.templating import render
from vanort.theme.texts import Texts


@dataclass(frozen=True)
class Way:
    """Another way to reach somebody; ``href`` empty for a postal address."""

    label: str
    text: str
    href: str = ""


@dataclass(frozen=True)
class MailView:
    """All that ``mail.jinja`` shows: the question with its button, or the address, or the other ways."""

    heading: str
    why: str
    notice: str = ""
    action: str = ""
    token: str = ""
    address: str = ""
    ways: tuple[Way, ...] = ()


def question(card: CardFacts, language: str, token: str, notice: str = "") -> MailView:
    """Why the address is not simply there, and the button that shows it."""
    return MailView(_heading(card, language), _why(language), notice, mail_path(card.id, language), token)


def answer(card: CardFacts, language: str, address: str) -> MailView:
    """The address."""
    return MailView(_heading(card, language), "", address=address)


def otherwise(card: CardFacts, facts: Facts, language: str, on: date) -> MailView:
    """Every other way, where the address is not shown for now; never a dead end."""
    texts = Texts(language)
    notice = texts._(
        "The address cannot be shown right now. It has been asked for many times in a short while, which is what "
        "programs do. This is how you reach us meanwhile:"
    )
    ways = {way.text: way for way in _ways(card, facts, texts, on)}
    return MailView(_heading(card, language), "", notice, ways=tuple(ways.values()))


def mail_page(view: MailView, card: CardFacts, facts: Facts, language: str) -> bytes:
    """The whole page, in the public look; no search engine is to keep it."""
    twins = {code: mail_path(card.id, code) for code in facts.languages}
    around: Frame = frame(facts, language, view.heading, twins=twins)
    return render("mail.jinja", language, frame=around, view=view)


def _heading(card: CardFacts, language: str) -> str:
    return Texts(language)._("E-mail address of %(name)s") % {"name": called(card, language)}


def _why(language: str) -> str:
    return Texts(language)._(
        "The address is shown only to who asks for it, so that programs that gather addresses for junk mail do not "
        "find it."
    )


def _ways(card: CardFacts, facts: Facts, texts: Texts, on: date) -> Iterator[Way]:
    home = facts.home
    country = home.place.country if home.place else "SE"
    switchboard = phone_or_as_written(home.phone, country, country)
    for label, phone in ((texts._("Phone"), card.phone), (texts._("Mobile"), card.mobile)):
        if phone:
            yield Way(label, phone.shown, f"tel:{phone.number}" if phone.number else "")
    if switchboard:
        yield Way(texts._("Contact centre"), switchboard.shown, f"tel:{switchboard.number}")
    for mailbox in _mailboxes(card, facts, on):
        yield Way(texts._("E-mail"), mailbox, f"mailto:{mailbox}")
    for label, text in (
        (texts._("Visit"), card.visiting or home.visiting_street),
        (texts._("Post"), card.postal or postal_line(home)),
    ):
        if text:
            yield Way(label, text)


def _mailboxes(card: CardFacts, facts: Facts, on: date) -> Iterator[str]:
    """Open mailboxes of the same unit, then the municipality's."""
    near = (one for one in facts.cards.values() if (one.unit, one.organisation) == (card.unit, card.organisation))
    yield from (one.mailbox for one in near if one.mailbox and one.term.holds(on))
    if facts.home.mailbox:
        yield facts.home.mailbox
