"""What became of a saved change: public already, on its way, or stopped, and by what."""

from babel.numbers import format_decimal
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from vanort.changes.models import Change
from vanort.publishing.progress import State, Status, is_alive, status_of

from .register import spoken
from .screen import for_those_who, message


@for_those_who()
def publication(request: HttpRequest, change_id: int) -> HttpResponse:
    """Tell how far a change has come: as JSON for the small script, as a page without it."""
    try:
        status = status_of(change_id)
    except Change.DoesNotExist:
        return message(request, _("There is no such change"), "", status=404)
    words = in_words(status)
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse({"state": status.state, "text": words, "is_final": status.state != State.WAITING})
    again = reverse("desk:published", args=[change_id])
    links = (
        [(again, _("Look again"))] if status.state == State.WAITING else [(reverse("desk:start"), _("To the start"))]
    )
    return message(request, _("Publication"), words, links=links)


def in_words(status: Status) -> str:
    """Return what an editor is told: "published 0.4 s ago"."""
    if status.state == State.PUBLIC:
        return _("published %(time)s ago") % {"time": _age(status.age or 0)}
    if status.state == State.FAILED:
        where = _(" at %(address)s") % {"address": status.address} if status.address else ""
        return _("not published: publication failed%(where)s. %(reason)s The former version is still shown.") % {
            "where": where,
            "reason": status.reason,
        }
    if status.state == State.HELD:
        return status.reason
    return _("being published now") if is_alive() else _("saved; published when the publisher runs again")


def _age(seconds: float) -> str:
    if seconds < 60:
        return f"{format_decimal(max(seconds, 0.1), format='0.0', locale=spoken())} s"
    if seconds < 3600:
        return _("%(n)s min") % {"n": round(seconds / 60)}
    return _("%(n)s h") % {"n": round(seconds / 3600)}


def tell_saved(request: HttpRequest, text: str, change: Change | None, public_url: str = "") -> None:
    """Say after saving what was done, how its publication goes, and where it is to be read."""
    if change is None:
        messages.success(request, text)
        return
    link = format_html(' – <a href="{}">{}</a>', public_url, _("Read the public page")) if public_url else ""
    address = reverse("desk:published", args=[change.pk])
    messages.success(
        request,
        format_html(
            '{} – <a class="desk-published" data-published="{}" href="{}">{}</a>{}',
            text,
            address,
            address,
            _now(change),
            link,
        ),
    )


def _now(change: Change) -> str:
    return in_words(status_of(change.pk))
