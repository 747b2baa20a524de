"""Points in time as the one who is signed in reads them."""

import datetime as dt

from babel.dates import format_datetime
from django.utils import timezone

from .register import spoken


def moment(value: dt.datetime) -> str:
    """A point in time: ``24 november 2026 kl. 14.02``, ``24 November 2026 14:02``."""
    pattern = "d MMMM y 'kl.' HH.mm" if spoken() == "sv" else "d MMMM y HH:mm"
    return format_datetime(timezone.localtime(value), pattern, locale=spoken())
