"""The register as the desk's screens read it: every tie that is kept, hidden ones too, as it stands on a day."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import strip_tags
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vanort.pages.census import Census, Counted, census
from vanort.pages.facts import HomeFacts, PlaceFacts, TieFacts
from vanort.pages.facts.register import home, places, ties
from vanort.pages.figures import sentence
from vanort.pages.wording import status_sentence, status_word
from vanort.places.sorting import sort_key
from vanort.places.words import said
from vanort.relations.lifecycle import Standing
from vanort.relations.models import Relation
from vanort.theme.formats import country
from vanort.theme.texts import Texts


@dataclass(frozen=True)
class Entry:
    """A tie and what a list says of it, in one language."""

    relation: Relation
    tie: TieFacts
    standing: Standing
    name: str
    lang: str
    country: str
    kind: str
    status: str
    sentence: str
    since: str
    sort_key: str

    @property
    def id(self) -> int:
        return self.relation.pk

    @property
    def place(self) -> PlaceFacts:
        return self.tie.place


@dataclass(frozen=True)
class Register:
    """All kept ties in the order of their names, with the census over them; `home` may be empty."""

    on: dt.date
    language: str
    home: HomeFacts
    entries: tuple[Entry, ...]
    census: Census

    @property
    def sentence(self) -> str:
        """The computed sentence over every tie, hidden ones too; as public pages say it, without the links."""
        return strip_tags(str(sentence(self.census, self.language)))

    @property
    def hidden(self) -> int:
        """How many of them the public does not see."""
        return sum(not entry.relation.is_public for entry in self.entries)

    def entry(self, relation_id: int) -> Entry:
        """One tie; KeyError when it is not kept."""
        return {entry.id: entry for entry in self.entries}[relation_id]


def spoken() -> str:
    """The language of the one who is signed in, in the form that the register uses."""
    return (get_language() or "sv").split("-")[0]


def read_register(on: dt.date) -> Register:
    """Read every kept tie; six queries, whatever their number."""
    language, texts = spoken(), Texts(spoken())
    relations = {r.pk: r for r in Relation.objects.kept().select_related("place", "kind")}
    known = places("default")
    own = home("default", known)
    counted = census(ties("default", known, [r.place_id for r in relations.values()]), on)
    entries = [_entry(one, relations[one.tie.id], own, language, texts) for one in counted.everyone]
    return Register(on, language, own, tuple(sorted(entries, key=lambda e: (e.sort_key, e.id))), counted)


def _entry(one: Counted, relation: Relation, own: HomeFacts, language: str, texts: Texts) -> Entry:
    place = one.tie.place
    name, lang = place.name_in(language)
    return Entry(
        relation=relation,
        tie=one.tie,
        standing=one.standing,
        name=name,
        lang=lang,
        country=country(place.country, language),
        kind=said(one.tie.kind.singular, language)[0],
        status=status_word(one.status, texts),
        sentence=status_sentence(one.standing, one.tie, home_name(own, language), texts),
        since=since(one.tie, language),
        sort_key=sort_key(name, language),
    )


def home_name(own: HomeFacts, language: str) -> str:
    """What the own municipality's place is called, or "we" before it has been described."""
    return own.place.name_in(language)[0] if own.place else _("we")


def since(tie: TieFacts, language: str) -> str:
    """The beginning that is used, or why there is none."""
    if tie.starts:
        return tie.starts[0].started.formatted(language)
    return _("searched for, not found") if tie.start_search == "not_found" else "–"


def matching(entries: Sequence[Entry], words: str) -> list[Entry]:
    """Those one of whose names, in any spelling and language, contains the words; marks and capitals do not matter."""
    wanted = _folded(words)
    return [entry for entry in entries if any(wanted in _folded(name.text) for name in entry.place.names)]


def _folded(text: str) -> str:
    return sort_key(text, "en").partition("\t")[0]
