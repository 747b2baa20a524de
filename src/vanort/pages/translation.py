"""Which pages are older than the page they are translated from: found when somebody looks, never stored."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.conf import settings
from wagtail.models import Page

from vanort.changes.models import Change
from vanort.followup.actions import REVIEWED
from vanort.pages.models import TranslationMark


@dataclass(frozen=True)
class Translation:
    """A public page and its public source in the site's first language.

    `followed_at` is when the page was last known to say what its source says: when it was published, reviewed, or
    marked as still right. `source_at` is when the version of the source that it then followed was published (None
    where the log does not tell), `changed_at` when the one of now was.
    """

    page: Page
    source: Page
    language: str
    followed_at: dt.datetime
    changed_at: dt.datetime
    source_at: dt.datetime | None = None

    @property
    def is_older(self) -> bool:
        return self.changed_at > self.followed_at


def translations() -> list[Translation]:
    """Every public page of another language than the first that has a public source, in the order of the tree."""
    first = settings.LANGUAGES[0][0]
    live = list(Page.objects.live().filter(depth__gt=1).select_related("locale").order_by("path"))
    sources = {page.translation_key: page for page in live if page.locale.language_code == first}
    followed = _followed()
    return [
        translation
        for page in live
        if page.locale.language_code != first and (source := sources.get(page.translation_key))
        for translation in _translation(page, source, followed)
    ]


def older() -> list[Translation]:
    """Those whose source has been published since, each with the version that it was made from."""
    return [_with_source(one) for one in translations() if one.is_older]


def _translation(page: Page, source: Page, followed: Mapping[int, dt.datetime]) -> Iterator[Translation]:
    known = [at for at in (page.last_published_at, followed.get(page.pk)) if at]
    if known and source.last_published_at:
        yield Translation(page, source, page.locale.language_code, max(known), source.last_published_at)


def _followed() -> dict[int, dt.datetime]:
    """When each page was last marked or reviewed."""
    marks = TranslationMark._default_manager.filter(is_withdrawn=False).values_list("page_id", "marked_at")
    reviews = Change.objects.filter(verb=REVIEWED, subject_type="page", reverted_by=None)
    pairs = [*marks, *((int(key), at) for key, at in reviews.values_list("subject_id", "at"))]
    return dict(sorted(pairs, key=lambda pair: pair[1]))


def _with_source(one: Translation) -> Translation:
    published = Change.objects.filter(verb="page.published", subject_type="page", subject_id=str(one.source.pk))
    at = published.filter(at__lte=one.followed_at).values_list("at", flat=True).first()
    return Translation(one.page, one.source, one.language, one.followed_at, one.changed_at, at)
