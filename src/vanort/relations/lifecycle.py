"""What a tie is on a given day: pure rules over its events. Nothing here reads a clock or a database."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from vanort.places.partial_dates import PartialDate

# What may follow what. An ended tie can be taken up again; nothing goes back to preparation.
FOLLOWS: dict[str, frozenset[str]] = {
    "preparation": frozenset({"active", "ended", "unclear"}),
    "active": frozenset({"dormant", "paused", "ended", "unclear"}),
    "dormant": frozenset({"active", "paused", "ended", "unclear"}),
    "paused": frozenset({"active", "dormant", "ended", "unclear"}),
    "unclear": frozenset({"active", "dormant", "paused", "ended"}),
    "ended": frozenset({"active", "unclear"}),
}


class Event(Protocol):
    """The parts of a status event that the rules need; model rows and snapshots both have them."""

    @property
    def status(self) -> str: ...
    @property
    def effective(self) -> PartialDate | None: ...
    @property
    def is_after(self) -> bool: ...
    @property
    def side(self) -> str: ...


AnEvent = TypeVar("AnEvent", bound=Event)


@dataclass(frozen=True)
class Standing(Generic[AnEvent]):
    """A tie on a day. `status` is what may be said of it; `ours` and `theirs` are the two sides' own views.

    `event` is the one that decided (None: nothing recorded), `until` the first day on which another event
    comes into force, or None when time alone changes nothing.
    """

    status: str
    event: AnEvent | None
    ours: AnEvent | None
    theirs: AnEvent | None
    until: dt.date | None

    @property
    def is_former(self) -> bool:
        """True when the tie is over, by either side's act."""
        return self.status == "ended"

    @property
    def sides_differ(self) -> bool:
        """True when both sides are recorded and say different things."""
        return self.ours is not None and self.theirs is not None and self.ours.status != self.theirs.status


def standing(events: Sequence[AnEvent], on: dt.date) -> Standing[AnEvent]:
    """Return how the tie stands on `on`.

    Each side's view is its latest event in force ("both" and "somebody else" speak for both). A tie needs two:
    when either side has ended it, it is ended; otherwise our own view counts, else theirs, else it is unclear.
    """
    in_force = [event for event in events if _comes(event) <= on]
    later = [_comes(event) for event in events if _comes(event) > on]
    ours = _latest(e for e in in_force if e.side != "theirs")
    theirs = _latest(e for e in in_force if e.side != "ours")
    ended = [e for e in (ours, theirs) if e is not None and e.status == "ended"]
    deciding = min(ended, key=_order) if ended else ours or theirs
    return Standing(
        status=deciding.status if deciding else "unclear",
        event=deciding,
        ours=ours,
        theirs=theirs,
        until=min(later, default=None),
    )


def may_follow(before: str, after: str) -> bool:
    """Tell whether a tie may go from one status to another."""
    return after in FOLLOWS[before]


def _comes(event: Event) -> dt.date:
    return event.effective.earliest if event.effective else dt.date.min


def _order(event: Event) -> tuple[dt.date, bool]:
    return _comes(event), event.is_after


def _latest(events: Iterable[AnEvent]) -> AnEvent | None:
    # Of events from the same day the one written last counts: it is the later word.
    latest: AnEvent | None = None
    for event in events:
        if latest is None or _order(event) >= _order(latest):
            latest = event
    return latest
