"""The list of ties: the computed sentence, choices, columns, and the same as a spreadsheet."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from vanort.places.partial_dates import PartialDate

from .register import Entry, Register, matching, read_register
from .roles import CHANGE_REGISTER, READ_REGISTER
from .screen import for_those_who, screen
from .spreadsheet import spreadsheet


@dataclass(frozen=True)
class Choice:
    """One of the lists to choose from above the table."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    chosen: str


@dataclass(frozen=True)
class Column:
    """A heading: the address that sorts by it, and how the list is sorted by it now (aria-sort)."""

    label: str
    href: str
    sorted: str


@require_safe
@for_those_who(READ_REGISTER)
def ties(request: HttpRequest) -> HttpResponse:
    """The list, narrowed by what is asked for in the address."""
    register = read_register(timezone.localdate())
    return screen(
        request,
        "desk/ties.html",
        _("Ties"),
        register=register,
        entries=chosen(register, request.GET),
        choices=_choices(register, request.GET),
        columns=_columns(request),
        words=request.GET.get("q", ""),
        is_narrowed=any(request.GET.get(name) for name in ("q", "country", "status", "kind")),
        query=request.GET.urlencode(),
        may_change=request.user.has_perm(CHANGE_REGISTER),
    )


@require_safe
@for_those_who(READ_REGISTER)
def ties_file(request: HttpRequest) -> HttpResponse:
    """The list as a spreadsheet, narrowed and sorted in the same way."""
    register = read_register(timezone.localdate())
    heading = [
        _("Place"),
        _("Country"),
        _("Kind"),
        _("Since"),
        pgettext("tie", "Status"),
        _("In words"),
        _("Public"),
        _("Confirmed"),
    ]
    rows = [
        [
            e.name,
            e.country,
            e.kind,
            e.since,
            e.status,
            e.sentence,
            _yes(e.relation.is_public),
            _yes(e.relation.is_documented),
        ]
        for e in chosen(register, request.GET)
    ]
    return spreadsheet(_("ties"), heading, rows)


def _yes(value: bool) -> str:
    return _("yes") if value else _("no")


def chosen(register: Register, asked: dict) -> list[Entry]:
    """Return the entries that fit what is asked for, in the order that is asked for."""
    entries: Sequence[Entry] = register.entries
    if words := asked.get("q", "").strip():
        entries = matching(entries, words)
    if country := asked.get("country"):
        entries = [e for e in entries if e.place.country == country]
    if status := asked.get("status"):
        entries = [e for e in entries if e.standing.status == status]
    if kind := asked.get("kind"):
        entries = [e for e in entries if e.tie.kind.slug == kind]
    order = asked.get("order", "name")
    key = _ORDERS.get(order.lstrip("-"), _ORDERS["name"])
    return sorted(entries, key=key, reverse=order.startswith("-"))


def _began(entry: Entry) -> tuple:
    unknown = PartialDate.parse("9999")
    return (entry.tie.starts[0].started if entry.tie.starts else unknown).earliest, entry.sort_key


_ORDERS = {
    "name": lambda e: e.sort_key,
    "country": lambda e: (e.country, e.sort_key),
    "kind": lambda e: (e.tie.kind.position, e.sort_key),
    "since": _began,
    "status": lambda e: (e.status, e.sort_key),
    "public": lambda e: (not e.relation.is_public, e.sort_key),
}


def _columns(request: HttpRequest) -> list[Column]:
    labels = {
        "name": _("Place"),
        "country": _("Country"),
        "kind": _("Kind"),
        "since": _("Since"),
        "status": pgettext("tie", "Status"),
        "public": _("Public"),
    }
    now = request.GET.get("order", "name")
    columns = []
    for name, label in labels.items():
        asked = request.GET.copy()
        asked["order"] = f"-{name}" if now == name else name
        direction = {name: "ascending", f"-{name}": "descending"}.get(now, "")
        columns.append(Column(label, f"?{asked.urlencode()}", direction))
    return columns


def _choices(register: Register, asked: dict) -> list[Choice]:
    entries = register.entries
    lists = {
        "country": (_("Country"), {e.place.country: e.country for e in entries}),
        "status": (pgettext("tie", "Status"), {e.standing.status: e.status for e in entries}),
        "kind": (_("Kind"), {e.tie.kind.slug: e.kind for e in entries}),
    }
    return [
        Choice(name, label, tuple(sorted(found.items(), key=lambda pair: pair[1])), asked.get(name, ""))
        for name, (label, found) in lists.items()
    ]
