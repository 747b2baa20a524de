"""What is done to words about places, to translations, and to who answers for a page."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue
from wagtail.models import Page

from vanort.accounts.models import User
from vanort.changes.log import Row, fields_of, record
from vanort.changes.models import Change
from vanort.changes.versions import locked
from vanort.contacts.actions import end_card
from vanort.contacts.models import ContactCard
from vanort.pages.models import PageContact, PlaceWords, TranslationMark
from vanort.pages.models.page_contact import contacts_of
from vanort.places.models import Place
from vanort.relations.models import RelationContact


class NamedMeanwhile(Exception):
    """Somebody else has named the contacts of the page since the form was opened; the message says so."""


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


@transaction.atomic
def name_page_contacts(
    *, page: Page, cards: Sequence[ContactCard], by: User | None, seen: Sequence[int] | None = None
) -> Change:
    """Say who answers for a page in all its languages, in order; without any it shows those of the page above.

    ``seen`` are the cards that the form showed; NamedMeanwhile is raised when they are others by now.
    """
    former = contacts_of(Page.objects.select_for_update().get(pk=page.pk))
    if seen is not None and list(seen) != [one.card_id for one in former]:
        raise NamedMeanwhile(_("Somebody else has named other contacts while you had this open. Open it again."))
    rows = []
    for one in former:
        before = fields_of(one)
        one.delete()
        rows.append(Row.removed(before, one))
    for position, card in enumerate(dict.fromkeys(cards)):
        rows.append(Row.created(PageContact.objects.create(page=page, card=card, position=position)))
    return record(
        subject_type="page",
        subject_id=page.pk,
        subject_label=page.title,
        verb="page.contacts_named",
        by=by,
        rows=rows,
    )


@transaction.atomic
def leave(
    *,
    card: ContactCard,
    heir: ContactCard,
    from_on: dt.date,
    on: dt.date,
    by: User | None,
    seen_version: int | None = None,
) -> Change:
    """*Slutar*: from that day every page and tie that shows the card shows the heir's.

    When the day has come nothing points to the leaver any more; until then the dates decide what is shown.
    """
    locked(ContactCard, card.pk, seen_version)
    rows: list[Row] = []
    if from_on <= on:
        rows += _handed_over(RelationContact, "relation_id", card, heir)
        rows += _handed_over(PageContact, "page_id", card, heir)
    return end_card(card=card, heir=heir, from_on=from_on, by=by, rows=rows, seen_version=seen_version)


def _handed_over(model: type[models.Model], owner: str, leaver: ContactCard, heir: ContactCard) -> Iterator[Row]:
    shown: Any = model._default_manager
    for one in shown.filter(card=leaver):
        before = fields_of(one)
        if shown.filter(card=heir, **{owner: getattr(one, owner)}).exists():
            one.delete()
            yield Row.removed(before, one)
        else:
            one.card = heir
            one.save()
            yield Row.changed(before, one)
