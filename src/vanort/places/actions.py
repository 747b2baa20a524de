"""What is done to places and to the own municipality: each in one transaction, with its Change."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models, transaction

from vanort.accounts.models import User
from vanort.changes.log import Row, fields_of, record
from vanort.changes.versions import locked

from .models import Home, Place, PlaceFact, PlaceName, PlaceSlug


@transaction.atomic
def edit_place(
    *,
    place: Place,
    values: Mapping[str, Any],
    parts: Iterable[PlaceName | PlaceFact] = (),
    removed: Iterable[models.Model] = (),
    by: User | None,
    seen_version: int | None = None,
) -> Place:
    """Save a place with its names and facts (`parts`, changed or new; `removed`, names taken away).

    A new place has no primary key. Facts are withdrawn rather than removed. A former address keeps leading here.
    """
    is_new = place.pk is None
    found = place if is_new else locked(Place, place.pk, seen_version)
    before = {} if is_new else fields_of(found)
    for name, value in values.items():
        setattr(found, name, value)
    found.version = 1 if is_new else found.version + 1
    found.full_clean(exclude=["slug"] if not is_new else None)
    found.save()
    rows = [Row.created(found) if is_new else Row.changed(before, found)]
    if not is_new and before["slug"] != found.slug:
        PlaceSlug.objects.filter(slug=found.slug).delete()
        rows.append(Row.created(PlaceSlug.objects.create(place=found, slug=before["slug"])))
    rows += [_withdraw_or_remove(part) for part in removed]
    rows += [_save_part(part, found) for part in parts]
    _log("place.created" if is_new else "place.edited", "place", found, by, rows)
    return found


def _save_part(part: PlaceName | PlaceFact, place: Place) -> Row:
    former = type(part)._default_manager.filter(pk=part.pk).first() if part.pk else None
    part.place = place
    part.full_clean()
    part.save()
    return Row.changed(fields_of(former), part) if former else Row.created(part)


def _withdraw_or_remove(part: models.Model) -> Row:
    before = fields_of(part)
    if hasattr(part, "is_withdrawn"):
        part.is_withdrawn = True
        part.save()
        return Row.changed(before, part)
    part.delete()
    return Row.removed(before, part)


@transaction.atomic
def edit_home(*, values: Mapping[str, Any], by: User | None, seen_version: int | None = None) -> Home:
    """Save the own municipality's details, making its row the first time."""
    existing = Home.objects.first()
    found = locked(Home, existing.pk, seen_version) if existing else Home()
    before = fields_of(found)
    for name, value in values.items():
        setattr(found, name, value)
    found.version = found.version + 1 if existing else 1
    found.full_clean()
    found.save()
    _log("home.edited", "home", found, by, [Row.changed(before, found) if existing else Row.created(found)])
    return found


def _log(verb: str, subject_type: str, subject: models.Model, by: User | None, rows: list[Row]) -> None:
    record(
        subject_type=subject_type,
        subject_id=subject.pk,
        subject_label=str(subject),
        verb=verb,
        by=by,
        rows=rows,
    )
