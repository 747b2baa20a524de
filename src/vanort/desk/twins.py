"""Public pages that lack their twin in another language."""

from collections.abc import Iterator

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page

from vanort.pages.models.public_page import PublicPage

from .findings import Finding


def missing_twins() -> Iterator[Finding]:
    """Yield a finding for each page of the site's first language that is public and has no page in another."""
    first, *others = [code for code, _name in settings.LANGUAGES]
    ids = {locale.language_code: locale.pk for locale in Locale.objects.all()}
    pages = Page.objects.live().filter(locale__language_code=first, depth__gt=1).order_by("path")
    for code in others:
        twins = set(Page.objects.filter(locale=ids.get(code)).values_list("translation_key", flat=True))
        for page in pages:
            own = page.specific
            if page.translation_key not in twins and isinstance(own, PublicPage) and not own.outside_url:
                yield Finding(
                    _("The page has no version in the other language (%(code)s).") % {"code": code},
                    page.title,
                    "",
                    reverse("simple_translation:submit_page_translation", args=[page.pk]),
                    _("Make it"),
                    "simple_translation.submit_translation",
                )
