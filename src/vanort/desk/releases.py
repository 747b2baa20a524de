"""Ending a hold: after a return to an earlier release nothing is published until somebody says so."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from vanort.publishing.hold import hold, publish_again

from .published import tell_saved
from .roles import CHANGE_REGISTER
from .screen import for_those_who, message, screen


@for_those_who(CHANGE_REGISTER)
def publish_now(request: HttpRequest) -> HttpResponse:
    """Say what will happen, and on POST end the hold."""
    held = hold(settings.VANORT_DATA)
    if held is None:
        return message(request, _("Publication is not held"), _("What is saved is published at once."))
    if request.method == "POST":
        tell_saved(request, _("Publication goes on."), publish_again(settings.VANORT_DATA, by=request.user))
        return redirect("desk:start")
    return screen(request, "desk/publish_now.html", _("Publish now"), held=held)
