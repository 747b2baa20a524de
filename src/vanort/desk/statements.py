"""What needs doing about the accessibility statement: written in every language, and gone through every year."""

from collections.abc import Iterator
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vanort.pages.models import AccessibilityStatementPage, FrontPage
from vanort.theme.formats import day

from .findings import Finding
from .roles import CHANGE_WORDS


def old_or_missing_statements(on: date) -> Iterator[Finding]:
    """Yield a finding for each language of the site without a public statement, and each older than a year."""
    for code, _name in settings.LANGUAGES:
        front = FrontPage.objects.live().filter(locale__language_code=code).first()
        written = AccessibilityStatementPage.objects.filter(locale__language_code=code).order_by("-live", "path")
        if front is None:
            continue
        public = [page for page in written if page.live]
        if not public:
            yield _missing(front, written.first(), code)
        yield from (_old(page) for page in public if is_old(page.assessed_on, on))


def is_old(assessed_on: date | None, on: date) -> bool:
    """Whether more than twelve months have gone since the assessment."""
    if assessed_on is None:
        return False
    return (on.year - assessed_on.year, on.month, on.day) > (1, assessed_on.month, assessed_on.day)


def _missing(front: FrontPage, draft: AccessibilityStatementPage | None, code: str) -> Finding:
    model = AccessibilityStatementPage._meta
    add = reverse("wagtailadmin_pages:add", args=[model.app_label, model.model_name, front.pk])
    return Finding(
        _("There is no public accessibility statement in this language (%(code)s).") % {"code": code},
        draft.title if draft else "",
        "",
        reverse("wagtailadmin_pages:edit", args=[draft.pk]) if draft else add,
        _("Complete it") if draft else _("Write it"),
        CHANGE_WORDS,
    )


def _old(page: AccessibilityStatementPage) -> Finding:
    return Finding(
        _("The accessibility was assessed more than a year ago."),
        page.title,
        day(page.assessed_on, get_language() or settings.LANGUAGE_CODE),
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        _("Assess it again"),
        CHANGE_WORDS,
    )
