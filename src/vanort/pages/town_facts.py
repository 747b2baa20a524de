"""The fact box of a town: each value with its day and who says so."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from vanort.pages.census import Counted
from vanort.pages.facts.shapes import PlaceFacts, Source, Statement
from vanort.pages.wording import since_words
from vanort.places.words import said
from vanort.theme.formats import country, number
from vanort.theme.texts import Texts


@dataclass(frozen=True)
class Fact:
    """One line of the box; ``notes`` stand small under the value."""

    label: str
    value: str
    notes: tuple[str, ...] = ()
    source: Source = field(default_factory=Source)


def facts_of(place: PlaceFacts, ties: Sequence[Counted], far: str, texts: Texts) -> tuple[Fact, ...]:
    """The lines there is something to say in; a population that nobody has recorded is said to be so."""
    lines = [Fact(texts._("Country"), country(place.country, texts.language)), _population(place, texts)]
    if area := _newest(place, "area"):
        square = f"{number(round(area.number or 0), texts.language)}\N{NO-BREAK SPACE}km²"
        lines.append(Fact(texts._("Area"), square, _notes(area, texts), area.source))
    if far:
        lines.append(Fact(texts._("Distance"), far, (texts._("Computed, as the crow flies."),)))
    for one in ties:
        kind, _language = said(one.tie.kind.singular, texts.language)
        lines.append(Fact(texts._("Kind"), kind))
        lines.append(_since(one, texts))
    if website := _newest(place, "website"):
        link = Markup('<a href="{}">{}</a>').format(website.text, _host(website.text))
        lines.append(Fact(texts._("Website"), link))
    return tuple(lines)


def _population(place: PlaceFacts, texts: Texts) -> Fact:
    label = texts._("Inhabitants")
    stated = _newest(place, "population")
    if stated is None or stated.number is None:
        return Fact(label, texts._("not recorded"))
    value = number(round(stated.number), texts.language)
    if stated.is_approximate:
        value = texts._("about %(number)s") % {"number": value}
    return Fact(label, value, _notes(stated, texts), stated.source)


def _newest(place: PlaceFacts, kind: str) -> Statement | None:
    of_kind = [one for one in place.statements if one.kind == kind]
    dated = [one for one in of_kind if one.as_of]
    return max(dated, key=lambda one: one.as_of.latest, default=None) or next(iter(of_kind), None)  # type: ignore[union-attr]


def _notes(stated: Statement, texts: Texts) -> tuple[str, ...]:
    covers = {
        "municipality": texts._("the municipality"),
        "town": texts._("the town"),
        "metropolitan": texts._("the metropolitan area"),
    }.get(stated.covers, "")
    as_of = stated.as_of.formatted(texts.language) if stated.as_of else texts._("undated")
    title = (
        texts._("source: %(title)s") % {"title": stated.source.title}
        if stated.source.title
        else texts._("no source recorded")
    )
    return tuple(part for part in (covers, f"{as_of}, {title}") if part)


def _since(one: Counted, texts: Texts) -> Fact:
    if one.tie.starts:
        first = one.tie.starts[0]
        label = texts._("Began") if one.standing.is_former else texts._("Since")
        return Fact(label, first.started.formatted(texts.language), (), first.source)
    return Fact(
        texts._("Since"),
        texts._("unknown"),
        (since_words(one.tie, one.standing.is_former, texts).rsplit(" – ", 1)[-1],),
    )


def _host(url: str) -> str:
    return url.split("://", 1)[-1].split("/", 1)[0].removeprefix("www.")
