"""The answer of the search addresses: a page of found pages, or the same as JSON for the form's script."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from urllib.parse import urlencode

from django.conf import settings
from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from markupsafe import Markup

from vanort.pages.search_address import LONGEST_QUERY, SEARCH
from vanort.theme.templating import render
from vanort.theme.texts import Texts

from ..headers import security
from .index import Hit, index
from .shell import NoShell, shell
from .words import asked

logger = logging.getLogger(__name__)
MOST, MOST_WHILE_TYPING = 20, 8
_OWN_NAMES = dict(settings.LANGUAGES)


@dataclass(frozen=True, slots=True)
class Tongue:
    """The same question in another language."""

    text: str
    href: str
    language: str


@dataclass(frozen=True, slots=True)
class SearchView:
    """All that ``search.jinja`` shows; `ways` are links on, for whoever found nothing."""

    heading: str
    query: str
    action: str
    longest: int
    said: str
    hits: tuple[Hit, ...]
    ways: Markup
    tongues: tuple[Tongue, ...]


@csrf_exempt  # nothing but reading is done here, and other methods are told so
@require_safe
def search(request: HttpRequest, language: str) -> HttpResponse:
    """Answer a question; without a cookie, and never with more than was released."""
    query = " ".join(request.GET.get("q", "").replace("\0", " ").split())[:LONGEST_QUERY]
    is_typing = request.GET.get("format") == "json"
    try:
        limit = MOST_WHILE_TYPING if is_typing else MOST + 1
        hits, status = index().search(query, language, limit), 200
    except (DatabaseError, InterfaceError):
        logger.exception("the search index does not answer")
        hits, status = [], 503
    said = _said(query, len(hits), status, Texts(language))
    if is_typing:
        found = [{"address": hit.address, "title": hit.title, "kind": _kind(hit, language)} for hit in hits]
        return _safe(JsonResponse({"said": said, "hits": found}, status=status))
    return _safe(_page(query, hits[:MOST], said, language, status))


def _page(query: str, hits: list[Hit], said: str, language: str, status: int) -> HttpResponse:
    texts = Texts(language)
    try:
        around = shell(settings.VANORT_DATA, language)
    except (NoShell, OSError):
        return HttpResponse(texts._("Nothing has been published yet."), "text/plain; charset=utf-8", status=503)
    heading = texts._("Search for “%(query)s”") % {"query": query} if query else texts._("Search")
    view = SearchView(
        heading=heading,
        query=query,
        action=SEARCH[language],
        longest=LONGEST_QUERY,
        said=said,
        hits=tuple(hits),
        ways=Markup("" if hits else around.ways),  # noqa: S704  from our own released page
        tongues=tuple(
            Tongue(_OWN_NAMES[other], f"{address}?{urlencode({'q': query})}" if query else address, other)
            for other, address in SEARCH.items()
            if other != language
        ),
    )
    main = render("search.jinja", language, view=view).decode()
    return HttpResponse(around.around(heading, main), status=status)


def _said(query: str, count: int, status: int, texts: Texts) -> str:
    if status != 200:
        return texts._("The search rests for a moment. Try again in a few minutes; meanwhile, these pages lead on:")
    if not asked(query):
        return texts._("Write the name of a town, or a word from the page you look for.")
    if not count:
        told = texts._("Nothing was found for “%(query)s”. Try a shorter word or another spelling, or go on from here:")
        return told % {"query": query}
    if count > MOST:
        return texts._("More than %(count)s pages were found; the first are shown. One word more finds fewer.") % {
            "count": MOST
        }
    return texts.ngettext("%(count)s page was found.", "%(count)s pages were found.", count) % {"count": count}


def _kind(hit: Hit, language: str) -> str:
    texts = Texts(language)
    return texts._("Town") if hit.kind == "town" else texts._("Page")


def _safe(answer: HttpResponse) -> HttpResponse:
    """With the headers of the public site, which are stricter than those of the editors'."""
    for name, value in security(answer["content-type"], https=settings.IS_HTTPS):
        answer[name] = value
    answer["cache-control"] = "no-store"
    return answer
