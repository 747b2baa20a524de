"""One pass over the addresses of the site: each shown as it stands on a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Protocol

from .plan import Answer, page
from .reading import Readings

HTML = "text/html; charset=utf-8"


class Shown(Protocol):
    """What showing an address gives: its bytes, and the first day on which they are no longer true."""

    @property
    def body(self) -> bytes: ...

    @property
    def true_until(self) -> date | None: ...


class Show(Protocol):
    def __call__(self, subject: Any, facts: Any, on: date, /) -> Shown: ...


class RenderFailed(Exception):
    """An address could not be shown; `address` says which, `__cause__` why."""

    def __init__(self, address: str) -> None:
        super().__init__(f"{address} could not be rendered")
        self.address = address


def render(subjects: Mapping[str, Any], show: Show, facts: Any, on: date, readings: Readings) -> dict[str, Answer]:
    """Return the answer of each address, as it stands on the day `on` in the municipality's time zone.

    Raises RenderFailed at the first address that cannot be shown: a publication is whole or does not happen.
    """
    answers = {}
    for address, subject in subjects.items():
        try:
            shown = show(subject, facts, on)
            answer = page(shown.body, HTML, true_until=shown.true_until)
            language = readings.of(answer).language
        except Exception as error:
            raise RenderFailed(address) from error
        answers[address] = replace(answer, entry=replace(answer.entry, language=language))
    return answers
