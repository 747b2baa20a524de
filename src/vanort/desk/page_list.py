"""The pages of the site as a list to read: for those who write nothing, and as the way in for those who do."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Page

from vanort.pages.models.public_page import PublicPage

from .screen import for_those_who, screen


@dataclass(frozen=True)
class Row:
    """A page: how deep it lies, where it is read, and whether one may edit it."""

    page: Page
    depth: int
    address: str
    may_edit: bool


@require_safe
@for_those_who()
def pages(request: HttpRequest) -> HttpResponse:
    """Every page, by language, in the order of the tree."""
    own = [p for p in Page.objects.filter(depth__gt=1).order_by("path").specific() if isinstance(p, PublicPage)]
    by_language = [
        (code, name, [_row(page, request) for page in own if page.locale.language_code == code])
        for code, name in settings.LANGUAGES
    ]
    return screen(request, "desk/pages.html", _("Pages"), by_language=by_language)


def _row(page: PublicPage, request: HttpRequest) -> Row:
    parts = page.get_url_parts()
    return Row(
        page=page,
        depth=page.depth - 2,
        address=page.outside_url or (parts[2] if parts else ""),
        may_edit=page.permissions_for_user(request.user).can_edit(),
    )
