"""What is done to words about places, and to translations."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.blocks import StreamValue
from wagtail.models import Page

from vanort.accounts.models import User
from vanort.changes.log import Row, fields_of, record
from vanort.changes.models import Change
from vanort.changes.versions import locked
from vanort.pages.models import PlaceWords, TranslationMark
from vanort.places.models import Place


@transaction.atomic
def write_words(
    *, place: Place, language: str, lead: str, body: Any = (), by: User | None, seen_version: int | None = None
) -> PlaceWords:
    """Write, or write anew, the words about a place in a language.

    ``body`` is a stream or raw blocks. Raises StaleRecord when somebody has written since ``seen_version``, and
    ValidationError.
    """
    former = PlaceWords.objects.filter(place=place, language=language).first()
    words = locked(PlaceWords, former.pk, seen_version) if former else PlaceWords(place=place, language=language)
    before = fields_of(words) if former else {}
    words.lead = lead
    words.body = _stream(words, body)
    words.version = words.version + 1 if former else 1
    words.full_clean()
    words.save()
    record(
        subject_type="place",
        subject_id=place.pk,
        subject_label=str(place),
        verb="words.written",
        by=by,
        rows=[Row.changed(before, words) if former else Row.created(words)],
    )
    return words


@transaction.atomic
def mark_translation(*, page: Page, source: Page, by: User | None) -> Change:
    """Say that a page still holds against its source as that is public now."""
    mark = TranslationMark(page_id=page.pk, source_revision_id=source.live_revision_id, marked_at=timezone.now())
    mark.full_clean()
    mark.save()
    return record(
        subject_type="page",
        subject_id=page.pk,
        subject_label=page.title,
        verb="translation.marked",
        by=by,
        rows=[Row.created(mark)],
    )


def _stream(words: PlaceWords, body: Any) -> Any:
    if isinstance(body, StreamValue):  # itself a sequence, of blocks that are made already
        return body
    field: Any = words._meta.get_field("body")
    return field.stream_block.to_python([dict(raw) for raw in body]) if isinstance(body, Sequence) else body
