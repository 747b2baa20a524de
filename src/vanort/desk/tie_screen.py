"""One screen per tie: everything that is known about it, in the order in which it is asked for."""

import datetime as dt
from dataclasses import dataclass

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vanort.changes.models import Change
from vanort.pages.addresses import TownSubject
from vanort.pages.facts import Event, Source, Start, load_facts
from vanort.pages.models import PlaceWords
from vanort.pages.wording import event_sentence, is_coming, side_words, status_sentence
from vanort.places.models import PlaceFact
from vanort.places.words import said
from vanort.relations.lifecycle import standing
from vanort.theme.texts import Texts

from .card_words import name_of
from .editing import public_address
from .findings import of_tie
from .log_words import line
from .register import Entry, Register, home_name, read_register
from .reviewables import Reviewable, reviewables
from .roles import CHANGE_PLACES, CHANGE_REGISTER, CHANGE_WORDS, READ_REGISTER
from .screen import for_those_who, screen

SHOWN_LINES = 10


@dataclass(frozen=True)
class View:
    """What one side says: each with its source."""

    who: str
    status: str
    status_source: Source
    starts: tuple[tuple[str, Source], ...]


@dataclass(frozen=True)
class Told:
    """A line of the status history."""

    sentence: str
    reason: str
    reason_lang: str
    by: str
    basis: str
    source: Source
    is_coming: bool


@require_safe
@for_those_who(READ_REGISTER)
def tie(request: HttpRequest, relation_id: int) -> HttpResponse:
    """The screen of a tie; 404 for one that is not kept."""
    register = read_register(timezone.localdate())
    entry = entry_or_404(register, relation_id)
    return screen(
        request,
        "desk/tie.html",
        entry.name,
        crumbs=[(reverse("desk:ties"), _("Ties"))],
        entry=entry,
        relation=entry.relation,
        public_url=public_address(entry.place.id, register.language),
        missing=[(one, request.user.has_perm(one.needs)) for one in of_tie(register, entry)][:5],
        views=_views(register, entry),
        starts=list(entry.relation.starts.filter(is_withdrawn=False)),
        place_facts=PlaceFact.objects.filter(place=entry.place.id, is_withdrawn=False),
        words=_words(entry.place.id),
        may_write=request.user.has_perm(CHANGE_WORDS),
        reviews=_reviews(entry, register.on),
        told=_history(register, entry),
        asked=_asked(register, entry, request.GET.get("on", "")),
        contacts=[(one.card_id, name_of(one.card)) for one in entry.relation.contacts.select_related("card__person")],
        language=register.language,
        lines=[line(c) for c in _changes(entry)[:SHOWN_LINES]],
        may_change=request.user.has_perm(CHANGE_REGISTER),
        may_change_place=request.user.has_perm(CHANGE_PLACES),
    )


def _words(place_id: int) -> list[tuple[str, str, str]]:
    """Per language of the site: code, name, and the lead of the words about the place (empty: none written)."""
    leads = dict(PlaceWords.objects.filter(place=place_id).values_list("language", "lead"))
    return [(code, _(name), leads.get(code, "")) for code, name in settings.LANGUAGES]


def _reviews(entry: Entry, on: dt.date) -> list[Reviewable]:
    """The public page of the town in each language, with its review; none while the tie is hidden."""
    read = reviewables(load_facts("default"), on) if entry.relation.is_public else []
    return [one for one in read if isinstance(one.subject, TownSubject) and one.subject.place_id == entry.place.id]


def entry_or_404(register: Register, relation_id: int) -> Entry:
    """The tie on its day; Http404 where it is not kept."""
    try:
        return register.entry(relation_id)
    except KeyError:
        raise Http404 from None


def _changes(entry: Entry):  # type: ignore[no-untyped-def]
    return Change.objects.filter(subject_type="relation", subject_id=str(entry.id)).select_related("by")


def _views(register: Register, entry: Entry) -> list[View]:
    return [
        _view(register, entry, _("We say"), entry.standing.ours, ("ours", "both")),
        _view(register, entry, _("They say"), entry.standing.theirs, ("theirs", "both")),
    ]


def _view(register: Register, entry: Entry, who: str, event: Event | None, sides: tuple[str, ...]) -> View:
    return View(
        who=who,
        status=_sentence(register, entry, event) if event else _("nothing is recorded"),
        status_source=event.source if event else Source(),
        starts=tuple((_began(s, register.language), s.source) for s in entry.tie.starts if s.side in sides),
    )


def _began(start: Start, language: str) -> str:
    what = said(start.what, language)[0]
    return start.started.formatted(language) + (f" – {what}" if what else "")


def _sentence(register: Register, entry: Entry, event: Event) -> str:
    return event_sentence(event, entry.place, home_name(register.home, register.language), Texts(register.language))


def _history(register: Register, entry: Entry) -> list[Told]:
    def day(event: Event) -> dt.date:
        return event.effective.earliest if event.effective else dt.date.min

    return [_told(register, entry, event) for event in sorted(entry.tie.events, key=day, reverse=True)]


def _told(register: Register, entry: Entry, event: Event) -> Told:
    texts, own = Texts(register.language), home_name(register.home, register.language)
    reason, lang = said(event.reason, register.language)
    basis = {"decided": _("decided"), "observed": _("observed")}[event.basis]
    return Told(
        sentence=_sentence(register, entry, event),
        reason=reason,
        reason_lang=lang if lang != register.language else "",
        by=", ".join(part for part in (side_words(event.side, entry.place, own, texts), event.decided_by) if part),
        basis=basis,
        source=event.source,
        is_coming=is_coming(event, register.on),
    )


@dataclass(frozen=True)
class Asked:
    """How the tie stood on a day that somebody asked about; `fault` when that was no day."""

    day: dt.date | None
    sentence: str = ""
    fault: str = ""


def _asked(register: Register, entry: Entry, written: str) -> Asked | None:
    if not written:
        return None
    try:
        day = parse_date(written)
    except ValueError:
        day = None
    if day is None:
        return Asked(None, fault=_("Write the day as 2007-05-31."))
    then = standing(entry.tie.events, day)
    own = home_name(register.home, register.language)
    return Asked(day, status_sentence(then, entry.tie, own, Texts(register.language)))
