"""When a review has grown too old: pure rules over its two dates. Nothing here reads a clock or a database."""

import calendar
import datetime as dt
from dataclasses import dataclass

# How long a review holds for which no next date was set.
INTERVAL_MONTHS = 12

NEVER, CURRENT, LATE = "never", "current", "late"


@dataclass(frozen=True)
class Standing:
    """How a review stands on a day: one of `never`, `current`, `late`.

    `due` is the last day on which it is not late (None: never reviewed), `until` the first day on which the
    state is another, or None when time alone changes nothing.
    """

    state: str
    due: dt.date | None = None
    until: dt.date | None = None

    @property
    def is_late(self) -> bool:
        return self.state == LATE


def standing(reviewed_on: dt.date | None, next_on: dt.date | None, on: dt.date) -> Standing:
    """Return how the latest review stands on `on`; `reviewed_on` is None where there is none.

    On the day of the next review it is not late yet. Without a next date it holds INTERVAL_MONTHS.
    """
    if reviewed_on is None:
        return Standing(NEVER)
    due = next_on or months_later(reviewed_on, INTERVAL_MONTHS)
    if on > due:
        return Standing(LATE, due)
    return Standing(CURRENT, due, due + dt.timedelta(days=1))


def months_later(day: dt.date, months: int) -> dt.date:
    """The same day of a later month (earlier, below zero), or the month's last where it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
