"""A page before it is published, by the same renderer, and the files that are not in a release yet."""

import re
from datetime import date
from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from wagtail.admin.userbar import Userbar

from vanort.pages.addresses import Subject, TownSubject
from vanort.pages.facts import load_facts, with_page
from vanort.pages.models.public_page import PublicPage
from vanort.pages.show import show, show_page

# Where signed-in editors reach what a release may not hold yet.
FILES = "/redigera/forhandsvisning/-/"


def page_response(page: PublicPage, request: HttpRequest) -> HttpResponse:
    """A page as it stands in memory, with the editor's bar when somebody is signed in."""
    facts, shown = with_page(load_facts("default"), page)
    body = show_page(shown, facts, _today()).body
    if getattr(request, "is_preview", False):
        body = _with_bar(_with_unreleased_files(body), page, request)
    return HttpResponse(body)


def town_response(place_id: int, language: str) -> HttpResponse:
    """A town's page as it would be with its hidden ties shown; Http404 when it has none or the language no list."""
    facts = load_facts("default", also_places=[place_id])
    try:
        body = show(TownSubject(place_id, language), facts, _today()).body
    except KeyError as missing:
        raise Http404 from missing
    return HttpResponse(_with_unreleased_files(body))


def read_response(subject: Subject) -> HttpResponse:
    """What stands at an address, as readers see it now; Http404 where nothing public does."""
    try:
        body = show(subject, load_facts("default"), _today()).body
    except KeyError as missing:
        raise Http404 from missing
    return HttpResponse(_with_unreleased_files(body))


def file_response(name: str) -> HttpResponse:
    """A style sheet, picture or document by the last part of its public address."""
    asset = load_facts("default").assets.get(f"/-/{name}")
    if asset is None:
        raise Http404(name)
    content = asset.read.read_bytes() if isinstance(asset.read, Path) else asset.read
    return HttpResponse(content, content_type=asset.content_type)


def _today() -> date:
    return timezone.localdate()


def _with_unreleased_files(body: bytes) -> bytes:
    return re.sub(rb"(?<=[\" ])/-/", FILES.encode(), body)


def _with_bar(body: bytes, page: PublicPage, request: HttpRequest) -> bytes:
    bar = Userbar(object=page).render_html({"request": request})
    return body.replace(b"</body>", str(bar).encode() + b"</body>")
