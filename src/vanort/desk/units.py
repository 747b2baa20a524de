"""Units and their organisations: what the contact cards stand under."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from vanort.changes.models import Change
from vanort.changes.versions import StaleRecord
from vanort.contacts.actions import save_organisation, save_unit
from vanort.contacts.models import Organisation, Unit

from .card_forms import UnitForm
from .fields import spread
from .published import tell_saved
from .roles import CHANGE_CONTACTS, READ_CONTACTS
from .screen import for_those_who, refusal, screen
from .tie_actions import add_errors


@for_those_who(CHANGE_CONTACTS, READ_CONTACTS)
def unit(request: HttpRequest, unit_id: int | None = None) -> HttpResponse:
    """The form of a unit, or of a new one."""
    found = get_object_or_404(Unit, pk=unit_id) if unit_id else Unit()
    may_change = request.user.has_perm(CHANGE_CONTACTS)
    if not may_change and (request.method == "POST" or not found.pk):
        return refusal(request)
    initial = {"organisation": found.organisation_id, "starts_on": found.starts_on, "ends_on": found.ends_on}
    version = {"version": found.version if found.pk else None}
    form, status = UnitForm(request.POST or None, initial={**initial, **version, **spread("names", found.names)}), 200
    if request.method == "POST":
        status = _save(request, form, found)
        if status == 302:
            return redirect("desk:cards")
    return screen(
        request,
        "desk/form.html",
        str(found) if found.pk else _("New unit"),
        crumbs=[(reverse("desk:cards"), _("Contact cards"))],
        status=status,
        form=form,
        first=[form[name] for name in form.fields if name != "version"],
        button=_("Save") if may_change else "",
        back=reverse("desk:cards"),
        anew=request.path if status == 409 else "",
    )


def _save(request: HttpRequest, form: UnitForm, found: Unit) -> int:
    if not form.is_valid():
        return 422
    values = form.values
    country, new = values.pop("country"), values.pop("new_organisation")
    try:
        with transaction.atomic():
            if new:
                values["organisation"] = save_organisation(
                    organisation=Organisation(), values={"names": new, "country": country}, by=request.user
                )
            saved = save_unit(unit=found, values=values, by=request.user, seen_version=form.cleaned_data["version"])
    except StaleRecord as stale:
        form.add_error(None, str(stale))
        return 409
    except ValidationError as refused:
        add_errors(form, refused)
        return 422
    change = Change.objects.filter(subject_type="unit", subject_id=str(saved.pk)).first()
    tell_saved(request, _("Saved: %(name)s.") % {"name": saved}, change)
    return 302
