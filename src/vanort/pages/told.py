"""What a view is handed over with."""

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

View = TypeVar("View")


@dataclass(frozen=True)
class Told(Generic[View]):
    """A view, the day on which it stops being true (None: time alone changes nothing), links that led nowhere."""

    view: View
    until: date | None = None
    dead_links: tuple[str, ...] = ()
