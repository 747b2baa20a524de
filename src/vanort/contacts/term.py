"""From which day to which something holds. Pure; both days are counted in, and either may be open."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class Term:
    """First and last day; None for one that is not agreed."""

    starts_on: dt.date | None = None
    ends_on: dt.date | None = None

    def holds(self, on: dt.date) -> bool:
        """Whether the day is within it."""
        return (self.starts_on is None or self.starts_on <= on) and (self.ends_on is None or on <= self.ends_on)

    def until(self, on: dt.date) -> dt.date | None:
        """The first day after ``on`` on which the answer is another; None when it stays."""
        if self.starts_on is not None and on < self.starts_on:
            return self.starts_on
        if self.ends_on is not None and on <= self.ends_on < dt.date.max:
            return self.ends_on + dt.timedelta(days=1)
        return None
