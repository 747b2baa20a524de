"""The pages of the site as a list to read: for those who write nothing, and as the way in for those who do."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Page

from vanort.pages.addresses import PageSubject, TownSubject
from vanort.pages.facts import load_facts
from vanort.pages.models.public_page import PublicPage

from .reviewables import Reviewable, reviewables
from .screen import for_those_who, screen
from .translations import Older, older_translations


@dataclass(frozen=True)
class Row:
    """A page: how deep it lies, where it is read, whether one may edit it, and its review when it is public."""

    page: Page
    depth: int
    address: str
    may_edit: bool
    review: Reviewable | None
    older: list[Older]


@require_safe
@for_those_who()
def pages(request: HttpRequest) -> HttpResponse:
    """Every page, by language, in the order of the tree."""
    own = [p for p in Page.objects.filter(depth__gt=1).order_by("path").specific() if isinstance(p, PublicPage)]
    read = reviewables(load_facts("default"), timezone.localdate())
    of_page = {one.subject.page_id: one for one in read if isinstance(one.subject, PageSubject)}
    older = older_translations()
    by_language = [
        (
            code,
            name,
            [_row(page, request, of_page.get(page.pk), older) for page in own if page.locale.language_code == code],
            [one for one in read if isinstance(one.subject, TownSubject) and one.language == code],
        )
        for code, name in settings.LANGUAGES
    ]
    return screen(request, "desk/pages.html", _("Pages"), by_language=by_language)


def _row(page: PublicPage, request: HttpRequest, review: Reviewable | None, older: list[Older]) -> Row:
    parts = page.get_url_parts()
    return Row(
        page=page,
        depth=page.depth - 2,
        address=page.outside_url or (parts[2] if parts else ""),
        may_edit=page.permissions_for_user(request.user).can_edit(),
        review=review,
        older=[one for one in older if one.translation.page.pk == page.pk],
    )
