"""Contact cards: the list, the form of a card, confirming it, and passing it on."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vanort.changes.models import Change
from vanort.changes.versions import StaleRecord
from vanort.contacts.actions import confirm_card, save_card
from vanort.contacts.models import ContactCard, Unit
from vanort.contacts.models.card import everything_shown
from vanort.pages.actions import leave
from vanort.pages.contacts import shown_on
from vanort.pages.facts import load_facts
from vanort.pages.models import PageContact
from vanort.places.sorting import sort_key
from vanort.relations.models import RelationContact

from .card_forms import CardForm, LeaveForm
from .card_words import name_of
from .fields import VersionedForm, spread
from .published import tell_saved
from .register import spoken
from .roles import CHANGE_CONTACTS, READ_CONTACTS
from .screen import for_those_who, refusal, screen
from .tie_actions import add_errors

_PLAIN = (
    "unit person side visiting_street latitude longitude postal_box postcode post_town phone mobile email "
    "email_class shown legal_basis starts_on ends_on version"
).split()


@require_safe
@for_those_who(READ_CONTACTS)
def card_list(request: HttpRequest) -> HttpResponse:
    """Every card; those that are over stand last."""
    on = timezone.localdate()
    cards = ContactCard.objects.select_related("person", "unit__organisation")
    rows = [(card, name_of(card), card.term.holds(on)) for card in cards]
    return screen(
        request,
        "desk/cards.html",
        _("Contact cards"),
        rows=sorted(rows, key=lambda row: (not row[2], sort_key(row[1], spoken()))),
        units=Unit.objects.select_related("organisation"),
        may_change=request.user.has_perm(CHANGE_CONTACTS),
    )


@for_those_who(CHANGE_CONTACTS, READ_CONTACTS)
def card(request: HttpRequest, card_id: int | None = None) -> HttpResponse:
    """The form of a card, or of a new one, and where it is shown."""
    found = get_object_or_404(ContactCard, pk=card_id) if card_id else ContactCard(shown=everything_shown())
    may_change = request.user.has_perm(CHANGE_CONTACTS)
    if not may_change and (request.method == "POST" or not found.pk):
        return refusal(request)
    form, status = CardForm(request.POST or None, initial=_initial(found)), 200
    if request.method == "POST":
        status = _save(request, form, found)
        if status == 302:
            return redirect("desk:cards")
    return screen(
        request,
        "desk/card.html",
        name_of(found) if found.pk else _("New contact card"),
        crumbs=[(reverse("desk:cards"), _("Contact cards"))],
        status=status,
        form=form,
        first=[form[name] for name in form.first],
        more=[form[name] for name in form.fields if name not in form.first and name != "version"],
        button=_("Save the card") if may_change else "",
        back=reverse("desk:cards"),
        anew=request.path if status == 409 else "",
        card=found if found.pk else None,
        may_change=may_change,
        **_whereabouts(found),
    )


def _initial(found: ContactCard) -> dict[str, Any]:
    plain = {name: getattr(found, name) for name in _PLAIN if name not in ("unit", "person", "version")}
    keys = {"unit": found.unit_id, "person": found.person_id, "version": found.version if found.pk else None}
    return {**plain, **keys, **spread("role", found.role), **spread("note", found.note)}


def _whereabouts(found: ContactCard) -> dict[str, Any]:
    if not found.pk:
        return {}
    return {
        "shown_on": shown_on(found.pk, load_facts("default"), timezone.localdate()),
        "pages": [row.page for row in PageContact.objects.filter(card=found).select_related("page")],
        "ties": [
            (row.relation_id, row.relation.place.name_in(spoken()))
            for row in RelationContact.objects.filter(card=found).select_related("relation__place")
        ],
        "heir": (found.heir_id, name_of(found.heir)) if found.heir else None,
    }


def _save(request: HttpRequest, form: CardForm, found: ContactCard) -> int:
    if not form.is_valid():
        return 422
    values = form.values
    try:
        saved = save_card(
            card=found,
            new_person=values.pop("new_person"),
            values=values,
            by=request.user,
            on=timezone.localdate(),
            seen_version=form.cleaned_data["version"],
        )
    except StaleRecord as stale:
        form.add_error(None, str(stale))
        return 409
    except ValidationError as refused:
        add_errors(form, refused)
        return 422
    _tell(request, saved, _("Saved: %(name)s."))
    return 302


def _tell(request: HttpRequest, saved: ContactCard, text: str) -> None:
    change = Change.objects.filter(subject_type="contactcard", subject_id=str(saved.pk)).first()
    tell_saved(request, text % {"name": name_of(saved)}, change)


@for_those_who(CHANGE_CONTACTS)
def confirm(request: HttpRequest, card_id: int) -> HttpResponse:
    """*Bekräfta att det stämmer*: one press on the card's screen."""
    found = get_object_or_404(ContactCard, pk=card_id)
    form = VersionedForm(request.POST or None, initial={"version": found.version})
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                confirm_card(
                    card=found, by=request.user, on=timezone.localdate(), seen_version=form.cleaned_data["version"]
                )
            except (StaleRecord, ValidationError) as refused:
                form.add_error(None, str(refused) if isinstance(refused, StaleRecord) else refused.messages)
                status = 409
            else:
                _tell(request, found, _("Confirmed: %(name)s."))
                return redirect("desk:cards")
    return _small_form(request, found, form, _("Confirm that it is right"), _("It is right"), status)


@for_those_who(CHANGE_CONTACTS)
def pass_on(request: HttpRequest, card_id: int) -> HttpResponse:
    """*Slutar*: name the heir; afterwards nothing points to the leaver."""
    found, on, status = get_object_or_404(ContactCard, pk=card_id), timezone.localdate(), 200
    form = LeaveForm(request.POST or None, card=found, on=on, initial={"version": found.version, "from_on": on})
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                leave(
                    card=found,
                    heir=form.cleaned_data["heir"],
                    from_on=form.cleaned_data["from_on"],
                    on=on,
                    by=request.user,
                    seen_version=form.cleaned_data["version"],
                )
            except StaleRecord as stale:
                form.add_error(None, str(stale))
                status = 409
            except ValidationError as refused:
                add_errors(form, refused)
            else:
                _tell(request, found, _("Passed on: %(name)s."))
                return redirect("desk:cards")
    return _small_form(request, found, form, _("Leaves"), _("Pass on"), status)


def _small_form(
    request: HttpRequest, found: ContactCard, form: Any, title: str, button: str, status: int
) -> HttpResponse:
    back = reverse("desk:card", args=[found.pk])
    return screen(
        request,
        "desk/form.html",
        f"{name_of(found)}: {title}",
        crumbs=[(reverse("desk:cards"), _("Contact cards")), (back, name_of(found))],
        crumb=title,
        status=status,
        form=form,
        first=[form[name] for name in form.fields if name != "version"],
        button=button,
        back=back,
        anew=request.path if status == 409 else "",
    )
