"""What needs doing: found in the records when somebody looks, never stored. Pure; the most urgent first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vanort.pages.facts import Claim
from vanort.relations.models import Relation

from .register import Entry, Register
from .roles import CHANGE_PLACES, CHANGE_REGISTER


@dataclass(frozen=True)
class Finding:
    """One thing to mend: what, about which town, since when, and the button that mends it.

    `needs` is the permission without which the button is not shown.
    """

    what: str
    about: str
    since: str
    href: str
    button: str
    needs: str = CHANGE_REGISTER


def findings(register: Register, claims: Sequence[Claim] = ()) -> list[Finding]:
    """Everything that the register itself can tell is missing or does not agree."""
    per_kind = (_unknown_status, _without_point, _undocumented, _without_start, _hidden)
    found = [finding for about in per_kind for finding in about(register)]
    return [*_claims(register, claims), *found]


def of_tie(register: Register, entry: Entry) -> list[Finding]:
    """What is missing in one tie."""
    return [finding for finding in findings(register) if finding.about == entry.name]


def _claims(register: Register, claims: Sequence[Claim]) -> Iterator[Finding]:
    counted = len([one for one in register.census.twin_towns if _is_public(register, one.tie.id)])
    if claims and claims[0].twin_towns != counted:
        stated = claims[0].twin_towns
        yield Finding(
            _("The municipality has stated %(stated)s; the records that are shown say %(counted)s.")
            % {"stated": _towns(stated), "counted": counted},
            "",
            claims[0].as_of.formatted(register.language) if claims[0].as_of else "",
            reverse("desk:add_count"),
            _("State a new number"),
        )


def _towns(count: int) -> str:
    return ngettext("%(n)s twin town", "%(n)s twin towns", count) % {"n": count}


def _is_public(register: Register, tie_id: int) -> bool:
    return register.entry(tie_id).relation.is_public


def _unknown_status(register: Register) -> Iterator[Finding]:
    for entry in register.entries:
        if entry.standing.event is None:
            yield _mend(entry, _("No status is recorded."), "desk:change_status", _("Record the status"))


def _without_point(register: Register) -> Iterator[Finding]:
    for entry in register.entries:
        if entry.place.latitude is None:
            yield Finding(
                _("The place has no point on the map."),
                entry.name,
                "",
                reverse("desk:place", args=[entry.place.id]),
                _("Give the point"),
                CHANGE_PLACES,
            )


def _undocumented(register: Register) -> Iterator[Finding]:
    for entry in register.entries:
        if not entry.relation.is_documented:
            yield _mend(entry, _("No source confirms the tie."), "desk:edit_tie", _("Confirm or note"))


def _without_start(register: Register) -> Iterator[Finding]:
    for entry in register.entries:
        if not entry.tie.starts and entry.tie.start_search == Relation.StartSearch.NOT_RECORDED:
            yield _mend(entry, _("The beginning is not recorded."), "desk:add_start", _("Fill in"))


def _hidden(register: Register) -> Iterator[Finding]:
    for entry in register.entries:
        if not entry.relation.is_public:
            yield _mend(entry, _("Not shown to the public."), "desk:show_tie", _("Look and show"))


def _mend(entry: Entry, what: str, view: str, button: str) -> Finding:
    return Finding(what, entry.name, "", reverse(view, args=[entry.id]), button)
