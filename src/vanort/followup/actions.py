"""What is done to reviews: each function is one transaction that ends with its Change."""

import datetime as dt
from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vanort.accounts.models import User
from vanort.changes.log import Row, record
from vanort.changes.models import Change

from .lateness import months_later
from .models import Review

REVIEWED = "review.made"
VERBS = {REVIEWED: gettext_lazy("reviewed the page")}

# After how many months the next review may be agreed.
PERIODS = (3, 6, 12, 24)


@transaction.atomic
def review(
    *,
    subject_type: str,
    subject_id: int,
    subject_label: str,
    on: dt.date,
    by: User | None,
    unit: Mapping[str, str],
    months: int | None = None,
    language: str = "",
) -> Change:
    """Record that somebody has read the page on `on` and found it right, and when it is to be read again.

    `language` is that of the page for a record, empty for a page of the tree; `months` one of PERIODS, or None
    where no next date is agreed. Raises ValidationError.
    """
    if months is not None and months not in PERIODS:
        raise ValidationError({"next_on": _("Choose one of the periods.")})
    made = Review(
        subject_type=subject_type,
        subject_id=subject_id,
        language=language,
        reviewed_on=on,
        by=by,
        by_name=by.display_name if by else "",
        unit={code: words for code, words in unit.items() if words},
        next_on=months_later(on, months) if months else None,
    )
    made.full_clean()
    made.save()
    rows = [Row.created(made)]
    return record(
        subject_type=subject_type, subject_id=subject_id, subject_label=subject_label, verb=REVIEWED, by=by, rows=rows
    )
