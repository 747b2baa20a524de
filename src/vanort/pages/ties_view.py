"""The list of ties as its template is handed it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from vanort.pages.addresses import town_path
from vanort.pages.census import STATUSES, Census, Counted, by_name, census, earliest
from vanort.pages.contacts import Contacts, page_contacts
from vanort.pages.facts.shapes import Claim, Facts, PageFacts, Source
from vanort.pages.figures import count_heading, sentence, status_words
from vanort.pages.stream import Block, body
from vanort.pages.told import Told
from vanort.pages.wording import since_words, starts_differ, status_sentence
from vanort.pages.world import Map, Partner, drawing, where
from vanort.places.words import said
from vanort.theme.formats import country, joined, number
from vanort.theme.texts import Texts


@dataclass(frozen=True)
class Named:
    """A name and, where it is not the page's, its language."""

    text: str
    lang: str


@dataclass(frozen=True)
class Card:
    """One tie in the list."""

    href: str
    name: Named
    where: str
    distance: str
    status: str
    standing: str
    since: str
    doubt: str


@dataclass(frozen=True)
class Group:
    """Cards under one heading."""

    id: str
    heading: str
    cards: tuple[Card, ...]
    is_former: bool = False


@dataclass(frozen=True)
class Row:
    """What one figure counts, by name."""

    id: str
    heading: str
    names: Markup


@dataclass(frozen=True)
class Stated:
    """Somebody's own number, beside ours."""

    text: str
    source: Source


@dataclass(frozen=True)
class TiesView:
    """All that ``ties.jinja`` shows."""

    heading: str
    lead: str
    blocks: tuple[Block, ...]
    count_heading: str
    sentence: Markup
    claims: tuple[Stated, ...]
    groups: tuple[Group, ...]
    map: Map | None
    by_status: tuple[Row, ...]
    counted_note: str
    by_country: tuple[Row, ...]
    countries_heading: str
    contacts: Contacts


def ties_view(page: PageFacts, facts: Facts, on: date) -> Told[TiesView]:
    """The view on a day."""
    counted = census(facts.ties, on)
    written = body(page.body, facts, page.language, on)
    people = page_contacts(page, facts, on)
    texts = Texts(page.language)
    view = TiesView(
        heading=page.title,
        lead=page.lead,
        blocks=tuple(written.blocks),
        count_heading=count_heading(counted, page.language),
        sentence=sentence(counted, page.language),
        claims=tuple(_stated(claim, texts) for claim in facts.claims[:1]),
        groups=tuple(_groups(counted, facts, texts)),
        map=_map(counted, facts, texts),
        by_status=tuple(_by_status(counted, facts, texts)),
        counted_note=texts._(
            "Counted in the municipality’s register of ties; former ties and those in preparation are not among them."
        ),
        by_country=tuple(_by_country(counted, facts, texts)),
        countries_heading=texts._("The twin towns by country"),
        contacts=people.view,
    )
    return Told(view, earliest([counted.until, written.until, people.until]), tuple(written.dead_links))


def _groups(counted: Census, facts: Facts, texts: Texts) -> list[Group]:
    heaps = [
        ("twin-towns", texts._("Twin towns"), counted.twin_towns),
        ("other", texts._("Other cooperation"), counted.others),
        ("preparation", texts._("In preparation"), counted.prepared),
        ("former", texts._("Former ties"), counted.former),
    ]
    return [
        Group(key, heading, tuple(_card(one, facts, texts) for one in by_name(heap, texts.language)), key == "former")
        for key, heading, heap in heaps
        if heap
    ]


def _card(one: Counted, facts: Facts, texts: Texts) -> Card:
    place, language = one.tie.place, texts.language
    kind, _language = said(one.tie.kind.singular, language)
    parts = [country(place.country, language), "" if one.tie.kind.is_twin_town else kind]
    return Card(
        href=town_path(facts, place, language),
        name=Named(*place.name_in(language)),
        where=" · ".join(part for part in parts if part),
        distance=where(facts.home.place, place, language),
        status=one.status,
        standing=status_sentence(one.standing, one.tie, _home_name(facts, language), texts),
        since=since_words(one.tie, one.standing.is_former, texts),
        doubt=_doubt(one, texts),
    )


def _doubt(one: Counted, texts: Texts) -> str:
    if not one.tie.is_documented:
        return texts._("Not confirmed by any source that we have read.")
    return texts._("The sources differ.") if starts_differ(one.tie) else ""


def _map(counted: Census, facts: Facts, texts: Texts) -> Map | None:
    home = _home_name(facts, texts.language)
    partners = [
        Partner(
            one.tie.place,
            town_path(facts, one.tie.place, texts.language),
            one.standing.is_former,
            status_sentence(one.standing, one.tie, home, texts),
        )
        for one in by_name(_once_per_place(counted.everyone), texts.language)
    ]
    title = texts._("Map: the towns we cooperate with, seen from %(home)s") % {"home": home}
    return drawing(facts.home.place, partners, title, texts.language)


def _once_per_place(counted: Sequence[Counted]) -> list[Counted]:
    # A place with a tie that goes on is no former one, whatever else has ended there.
    going_last = sorted(counted, key=lambda one: not one.standing.is_former)
    return list({one.tie.place.id: one for one in going_last}.values())


def _by_status(counted: Census, facts: Facts, texts: Texts) -> list[Row]:
    rows = []
    for status in STATUSES:
        some = counted.with_status(status)
        if some:
            rows.append(Row(f"status-{status}", status_words(status, len(some), texts), _names(some, facts, texts)))
    return rows


def _by_country(counted: Census, facts: Facts, texts: Texts) -> list[Row]:
    def towns(code: str) -> Markup:
        return _names([one for one in counted.twin_towns if one.tie.place.country == code], facts, texts)

    named = sorted((country(code, texts.language), code) for code in counted.countries)
    return [Row("", name, towns(code)) for name, code in named]


def _names(some: Sequence[Counted], facts: Facts, texts: Texts) -> Markup:
    return joined([_link(one, facts, texts) for one in by_name(some, texts.language)], texts.language)


def _link(one: Counted, facts: Facts, texts: Texts) -> Markup:
    name, lang = one.tie.place.name_in(texts.language)
    spoken = Markup(' lang="{}"').format(lang) if lang else Markup("")
    href = town_path(facts, one.tie.place, texts.language)
    return Markup('<a href="{}"{}>{}</a>').format(href, spoken, name)


def _stated(claim: Claim, texts: Texts) -> Stated:
    given = {"count": _stated_number(claim, texts)}
    told = texts._("The municipality’s own page states %(count)s; which ones it does not say.") % given
    if claim.as_of is None:
        return Stated(told, claim.source)
    when = texts._("As of %(date)s.") % {"date": claim.as_of.formatted(texts.language)}
    return Stated(f"{told} {when}", claim.source)


def _stated_number(claim: Claim, texts: Texts) -> str:
    towns = texts.ngettext("%(n)s twin town", "%(n)s twin towns", claim.twin_towns)
    towns = towns % {"n": number(claim.twin_towns, texts.language)}
    if claim.countries is None:
        return towns
    if claim.countries == claim.twin_towns and claim.countries > 1:
        return texts._("%(towns)s in as many countries") % {"towns": towns}
    countries = texts.ngettext("%(n)s country", "%(n)s countries", claim.countries)
    countries = countries % {"n": number(claim.countries, texts.language)}
    return texts._("%(towns)s in %(countries)s") % {"towns": towns, "countries": countries}


def _home_name(facts: Facts, language: str) -> str:
    return facts.home.place.name_in(language)[0] if facts.home.place else ""
