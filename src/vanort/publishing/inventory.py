"""What there is to publish: the one place that binds publishing to the rooms that know and show things."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from vanort.pages.addresses import addresses, redirects
from vanort.pages.facts import Facts, load_facts
from vanort.pages.show import show

from .bake import Site
from .publication import Press


def press(data: Path) -> Press:
    """Return a press for the site of this installation."""
    return Press(data=data, load_site=load_site, show=show)


def load_site(using: str) -> Site:
    """Read everything public from the transaction open on the connection `using`."""
    return site(load_facts(using=using))


def site(facts: Facts) -> Site:
    """Return every address that the facts give, with the addresses of error pages apart as well."""
    subjects = addresses(facts)
    return Site(
        facts=facts,
        subjects=subjects,
        languages=tuple(facts.languages),
        redirects=redirects(facts),
        assets=facts.assets,
        errors=_errors(subjects),
    )


def _errors(subjects: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for address, subject in subjects.items():
        if hasattr(subject, "code"):
            found.setdefault(str(subject.code), {})[subject.language] = address
    return found
