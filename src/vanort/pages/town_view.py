"""A town's page as its template is handed it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from vanort.pages.addresses import list_page
from vanort.pages.census import Counted, census, earliest
from vanort.pages.contacts import Contacts, town_contacts
from vanort.pages.facts.shapes import Event, Facts, PlaceFacts, Source, Start
from vanort.pages.stream import Block, body
from vanort.pages.ties_view import Named
from vanort.pages.told import Told
from vanort.pages.town_facts import Fact, facts_of
from vanort.pages.wording import (
    claims_of_beginning,
    event_sentence,
    is_beginning,
    is_coming,
    side_words,
    starts_differ,
    status_sentence,
    status_word,
)
from vanort.pages.world import Map, Partner, drawing, where
from vanort.places.words import said
from vanort.theme.formats import country, language_name
from vanort.theme.texts import Texts


@dataclass(frozen=True)
class TieLine:
    """How one tie with the town stands."""

    status: str
    sentence: str


@dataclass(frozen=True)
class Line:
    """One line of a doubt, with who says it."""

    text: str
    source: Source


@dataclass(frozen=True)
class Doubt:
    """What is not certain, told plainly."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Side:
    """What one municipality says about the tie."""

    heading: str
    status: str
    text: str
    reason: str
    source: Source


@dataclass(frozen=True)
class Point:
    """Something on the time line; ``mark`` is its look, began or a status."""

    order: date
    mark: str
    when: str
    what: str
    more: str
    source: Source


@dataclass(frozen=True)
class Spelling:
    """Another name of the town."""

    name: Named
    note: str


@dataclass(frozen=True)
class Words:
    """The editor's words."""

    lead: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class TownView:
    """All that ``town.jinja`` shows."""

    name: Named
    ties: tuple[TieLine, ...]
    summary: str
    words: Words | None
    doubts: tuple[Doubt, ...]
    facts: tuple[Fact, ...]
    sides: tuple[Side, ...]
    line: tuple[Point, ...]
    map: Map | None
    where: str
    names: tuple[Spelling, ...]
    sources: tuple[Source, ...]
    contacts: Contacts


def town_view(place: PlaceFacts, facts: Facts, language: str, on: date) -> Told[TownView]:
    """The view on a day."""
    counted = census((tie for tie in facts.ties if tie.place.id == place.id), on)
    texts = Texts(language)
    home = facts.home.place.name_in(language)[0] if facts.home.place else ""
    stored = facts.words.get((place.id, language))
    written = body(stored.body, facts, language, on) if stored else None
    far = where(facts.home.place, place, language)
    line = sorted(_points(counted.everyone, place, home, texts, on), key=lambda point: point.order, reverse=True)
    box = facts_of(place, counted.everyone, far, texts)
    page = list_page(facts, language)
    people = town_contacts((one.tie for one in counted.everyone), page, facts, on) if page else Told[Contacts](())
    view = TownView(
        name=Named(*place.name_in(language)),
        ties=tuple(_tie_line(one, place, home, texts, len(counted.everyone) > 1) for one in counted.everyone),
        summary=_summary(place, far, home, texts),
        words=Words(stored.lead, tuple(written.blocks)) if stored and written else None,
        doubts=tuple(_doubts(counted.everyone, place, home, texts)),
        facts=box,
        sides=tuple(_sides(counted.everyone, place, home, texts)),
        line=tuple(line),
        map=_map(place, facts, counted.everyone, home, texts),
        where=_where_words(place, far, home, texts),
        names=tuple(_spellings(place, texts)),
        sources=_sources([*(point.source for point in line), *(fact.source for fact in box)]),
        contacts=people.view,
    )
    until = earliest([counted.until, written.until if written else None, people.until])
    return Told(view, until, tuple(written.dead_links) if written else ())


def _tie_line(one: Counted, place: PlaceFacts, home: str, texts: Texts, is_one_of_many: bool) -> TieLine:
    sentence = status_sentence(one.standing, one.tie, home, texts)
    kind, _language = said(one.tie.kind.singular, texts.language)
    return TieLine(one.status, f"{kind[:1].upper()}{kind[1:]}: {sentence}" if is_one_of_many and kind else sentence)


def _summary(place: PlaceFacts, far: str, home: str, texts: Texts) -> str:
    given = {"town": place.name_in(texts.language)[0], "country": country(place.country, texts.language)}
    if not far:
        return texts._("%(town)s lies in %(country)s.") % given
    return texts._("%(town)s lies in %(country)s, %(distance)s of %(home)s.") % {**given, "distance": far, "home": home}


def _doubts(ties: Iterable[Counted], place: PlaceFacts, home: str, texts: Texts) -> Iterator[Doubt]:
    for one in ties:
        if not one.tie.is_documented:
            text = texts._("The tie is generally named, but we have found no document that shows it.")
            yield Doubt(texts._("Not confirmed by any source that we have read"), (Line(text, Source()),))
        event = one.standing.event
        if event and _is_unclear(event) and (reason := said(event.reason, texts.language)[0]):
            yield Doubt(status_word(event.status, texts), (Line(reason, event.source),))
        if starts_differ(one.tie):
            claims = claims_of_beginning(one.tie)
            lines = tuple(Line(_claim(start, place, home, texts), start.source) for start in claims)
            yield Doubt(texts._("The sources differ"), lines)


def _is_unclear(event: Event) -> bool:
    return event.status == "unclear" and event.effective is None


def _claim(start: Start, place: PlaceFacts, home: str, texts: Texts) -> str:
    given = {"who": side_words(start.side, place, home, texts), "date": start.started.formatted(texts.language)}
    return texts._("%(who)s: since %(date)s.") % given


def _sides(ties: Iterable[Counted], place: PlaceFacts, home: str, texts: Texts) -> Iterator[Side]:
    for one in ties:
        ours, theirs = one.standing.ours, one.standing.theirs
        if ours and theirs and one.standing.sides_differ:
            yield _side(ours, home, place, home, texts)
            yield _side(theirs, place.name_in(texts.language)[0], place, home, texts)


def _side(event: Event, who: str, place: PlaceFacts, home: str, texts: Texts) -> Side:
    heading = texts._("%(who)s says") % {"who": who}
    reason, _language = said(event.reason, texts.language)
    return Side(heading, event.status, event_sentence(event, place, home, texts), reason, event.source)


def _points(ties: Sequence[Counted], place: PlaceFacts, home: str, texts: Texts, on: date) -> Iterator[Point]:
    for one in ties:
        for at, start in enumerate(one.tie.starts):
            # A claim that only gives another year is told among the doubts, not as if it had happened too.
            if at == 0 or start.what:
                yield _began(start, texts)
        for event in one.tie.events:
            # What is told among the doubts, or as the beginning, is not something more that happened.
            if _is_unclear(event) or (event.status == "active" and is_beginning(event, one.tie)):
                continue
            yield _happened(event, place, home, texts, on)


def _began(start: Start, texts: Texts) -> Point:
    what, _language = said(start.what, texts.language)
    what = what[:1].upper() + what[1:] or texts._("The tie begins")
    when = start.started.formatted(texts.language)
    return Point(start.started.earliest, "began", when, what, "", start.source)


def _happened(event: Event, place: PlaceFacts, home: str, texts: Texts, on: date) -> Point:
    when = event.effective.formatted(texts.language) if event.effective else texts._("date not recorded")
    if event.is_after:
        when = texts._("after %(date)s") % {"date": when}
    if is_coming(event, on):
        when = texts._("Coming: %(date)s") % {"date": when}
    reason, _language = said(event.reason, texts.language)
    what = event_sentence(event, place, home, texts)
    if event.status == "active" and event.basis == "observed" and reason:
        # What was seen says more than that the tie was seen to live.
        what, reason = reason, ""
    if event.decided_by:
        decided = texts._("Decided by %(body)s.") % {"body": event.decided_by}
        reason = f"{decided} {reason}".strip()
    order = event.effective.latest if event.effective else date.min
    return Point(order, event.status, when, what, reason, event.source)


def _map(place: PlaceFacts, facts: Facts, ties: Sequence[Counted], home: str, texts: Texts) -> Map | None:
    note = status_sentence(ties[0].standing, ties[0].tie, home, texts) if ties else ""
    is_former = all(one.standing.is_former for one in ties)
    given = {"home": home, "town": place.name_in(texts.language)[0]}
    title = texts._("Map: %(town)s seen from %(home)s") % given
    return drawing(facts.home.place, [Partner(place, "", is_former, note)], title, texts.language)


def _where_words(place: PlaceFacts, far: str, home: str, texts: Texts) -> str:
    given = {"town": place.name_in(texts.language)[0], "distance": far, "home": home}
    return texts._("%(town)s lies %(distance)s of %(home)s as the crow flies.") % given if far else ""


def _spellings(place: PlaceFacts, texts: Texts) -> Iterator[Spelling]:
    shown, _lang = place.name_in(texts.language)
    for name in place.names:
        if name.text != shown:
            lang = name.language or place.local_language
            yield Spelling(
                Named(name.text, lang if lang != texts.language else ""), _name_note(name.role, name.language, texts)
            )


def _name_note(role: str, language: str, texts: Texts) -> str:
    match role:
        case "official":
            return texts._("the town’s own name")
        case "exonym":
            return texts._("in %(language)s") % {"language": language_name(language, texts.language)}
        case "former":
            return texts._("former name")
        case _:
            return texts._("other spelling")


def _sources(given: Iterable[Source]) -> tuple[Source, ...]:
    return tuple(dict.fromkeys(source for source in given if source))
