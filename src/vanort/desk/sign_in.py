"""Signing in: the choice of language before one has signed in, and the rest after too many wrong attempts."""

import datetime as dt
from collections.abc import Mapping

from axes.helpers import get_cool_off
from axes.models import AccessAttempt
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import time_format
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST
from wagtail.users.models import UserProfile


def client_address(request: HttpRequest) -> str | None:
    """Return the visitor's address, by which wrong attempts are counted.

    The front says it, and drops what a visitor says of himself; without the front it is the connection's own,
    and None where there is no connection (a program that signs somebody in).
    """
    return request.META.get("HTTP_X_FORWARDED_FOR") or request.META.get("REMOTE_ADDR")


def locked_out(
    request: HttpRequest, response: HttpResponse | None = None, credentials: Mapping | None = None
) -> HttpResponse:
    """Answer one who has given a wrong password too often: 429, in both languages, with the time to try again."""
    until = _free_again(credentials or {})
    said = [_in(code, until) for code, _name in settings.LANGUAGES]
    answer = render(
        request, "desk/locked_out.html", {"said": said, "sign_in": reverse("wagtailadmin_login")}, status=429
    )
    answer["Retry-After"] = str(max(1, int((until - timezone.now()).total_seconds())))
    return answer


def _free_again(credentials: Mapping) -> dt.datetime:
    rest = get_cool_off() or dt.timedelta(minutes=15)
    attempts = AccessAttempt.objects.filter(username=credentials.get("username"))
    latest = attempts.order_by("-attempt_time").values_list("attempt_time", flat=True).first()
    return (latest or timezone.now()) + rest


def _in(language: str, until: dt.datetime) -> dict[str, str]:
    with translation.override(language):
        # One minute more, so that the time shown is never too early.
        at = time_format(timezone.localtime(until + dt.timedelta(minutes=1)), "H.i" if language == "sv" else "H:i")
        return {
            "language": language,
            "heading": translation.gettext("Too many wrong attempts to sign in"),
            "text": translation.gettext("For safety you have to wait a while. Try again after %(time)s.")
            % {"time": at},
            "help": translation.gettext("Have you forgotten your password? Ask your administrator for a new one."),
            "again": translation.gettext("Back to signing in"),
        }


@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Remember the language of the editors' site: in a cookie, and as the person's own choice when signed in."""
    code, onward = request.POST.get("language", ""), request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(onward, {request.get_host()}, request.is_secure()):
        onward = reverse("desk:start")
    response = HttpResponseRedirect(onward)
    if code not in dict(settings.LANGUAGES):
        return response
    if request.user.is_authenticated:
        profile = UserProfile.get_for_user(request.user)
        profile.preferred_language = code
        profile.save(update_fields=["preferred_language"])
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        code,
        max_age=365 * 24 * 60 * 60,
        path=settings.LANGUAGE_COOKIE_PATH,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite=settings.LANGUAGE_COOKIE_SAMESITE,
    )
    return response
