"""Translations that are older than their source: told on the lists, and said to hold by one press."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vanort.pages.actions import mark_translation
from vanort.pages.frame import OWN_NAMES
from vanort.pages.translation import Translation, older

from .findings import Finding
from .published import tell_saved
from .roles import REVIEW
from .screen import for_those_who, message
from .when import moment


@dataclass(frozen=True)
class Older:
    """A translation that is older, in words, and where one says that it holds all the same."""

    translation: Translation
    told: str
    holds: str


def older_translations() -> list[Older]:
    """Every one, in words."""
    return [
        Older(one, _told(one), reverse("desk:translation_holds", args=[one.page.pk]))
        for one in older()
    ]  # fmt: skip


def of_page(found: Sequence[Older], page_id: int) -> list[Older]:
    """Those that concern a page: itself, or what is translated from it."""
    return [one for one in found if page_id in (one.translation.page.pk, one.translation.source.pk)]


def _told(one: Translation) -> str:
    given = {
        "language": OWN_NAMES.get(one.language, one.language),
        "title": one.page.title,
        "made": moment(one.source_at or one.followed_at),
        "changed": moment(one.changed_at),
    }
    return _("“%(title)s” (%(language)s) follows the version of %(made)s; the source was changed %(changed)s.") % given


def older_findings(found: Sequence[Older]) -> Iterator[Finding]:
    """Yield a finding for each."""
    for one in found:
        what = _("The page is older than the one it is translated from.")
        href = reverse("desk:review_page", args=[one.translation.page.pk])
        since = moment(one.translation.changed_at)
        yield Finding(what, one.translation.page.title, since, href, _("Look and mend"), REVIEW)


@require_POST
@for_those_who(REVIEW)
def translation_holds(request: HttpRequest, page_id: int) -> HttpResponse:
    """Say that a translation still holds, because the change of its source was small."""
    one = next((found for found in older() if found.page.pk == page_id), None)
    if one is None:
        return message(request, _("The translation is not older than its source"), "", status=404)
    change = mark_translation(page=one.page, source=one.source, by=request.user)
    tell_saved(request, _("“%(title)s” still holds.") % {"title": one.page.title}, change)
    return redirect("desk:review_page", page_id)
