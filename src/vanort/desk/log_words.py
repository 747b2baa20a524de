"""A line of the log in words: who did what to which thing, and each field as it was before and as it became."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from vanort.changes import verbs
from vanort.changes.log import holds_values
from vanort.changes.models import Change
from vanort.contacts.models import ContactCard, Person
from vanort.places.partial_dates import PartialDate, PartialDateField
from vanort.places.words import WordsField

from .register import spoken

# Kept for the machine, not for the reader.
_SILENT = frozenset(
    "id version is_withdrawn sort_key live_revision_id file_hash file_size uploaded_by_user_id created_at position "
    "relation_id place_id old_path collection_id width height focal_point_x focal_point_y focal_point_width "
    "focal_point_height is_permanent automatically_created site_id redirect_page_id redirect_page_route_path".split()
)
_LONGEST = 600


@dataclass(frozen=True)
class Difference:
    """One field: its label, and both values in words; an empty one is said to be empty by the template."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Line:
    """One action. `href` leads to what it was done to, where there is a screen for it."""

    change: Change
    verb: str
    subject: str
    href: str
    differences: tuple[Difference, ...]

    @property
    def who(self) -> str:
        return self.change.by_name or _("the system")


def line(change: Change) -> Line:
    """Put a Change into the words of the language in force."""
    return Line(
        change=change,
        verb=verbs.label(change.verb),
        subject=_subject(change),
        href=_screen_of(change),
        differences=tuple(difference for row in change.rows for difference in _differences(row)),
    )


def _subject(change: Change) -> str:
    """What the thing is called; of people, whom the log names by number only, what they are called today."""
    model = {"contactcard": ContactCard, "person": Person}.get(change.subject_type)
    found = model._default_manager.filter(pk=change.subject_id).first() if model else None
    return str(found) if found else change.subject_label


def _screen_of(change: Change) -> str:
    views = {
        "relation": "desk:tie",
        "place": "desk:place",
        "page": "wagtailadmin_pages:edit",
        "relationkind": "desk:kind",
        "contactcard": "desk:card",
        "unit": "desk:unit",
    }
    if change.subject_type == "home":
        return reverse("desk:home")
    view = views.get(change.subject_type)
    is_gone = change.verb.endswith(".deleted")
    return reverse(view, args=[change.subject_id]) if view and change.subject_id.isdigit() and not is_gone else ""


def _differences(row: Mapping[str, Any]) -> Iterator[Difference]:
    try:
        model = apps.get_model(row["model"])
    except LookupError:
        return
    if not holds_values(model):
        yield from _touched(model, row)
        return
    before, after = row["before"] or {}, row["after"] or {}
    part = f"{_capital(model._meta.verbose_name)}: " if row["before"] is None or row["after"] is None else ""
    for name in dict.fromkeys([*before, *after]):
        if name in _SILENT and not (name == "is_withdrawn" and not part):
            continue
        label, field = _field(model, name)
        was, became = _value(field, before.get(name)), _value(field, after.get(name))
        if part and False in (before.get(name), after.get(name)):
            continue  # a box that nobody ticked in something new is no news
        if was != became:
            yield Difference(part + label, was, became)


def _touched(model: type[models.Model], row: Mapping[str, Any]) -> Iterator[Difference]:
    """Which fields changed, where the log does not keep what they said."""
    if row["before"] is None or row["after"] is None:
        return
    for name in row["after"]:
        if name not in _SILENT:
            yield Difference(_field(model, name)[0], _("not kept"), _("not kept"))


def _field(model: type[models.Model], name: str) -> tuple[str, models.Field | None]:
    if name == "live":
        return _("public"), model._meta.get_field("live")  # type: ignore[return-value]
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        try:
            field = model._meta.get_field(name.removesuffix("_id"))
        except FieldDoesNotExist:
            return name, None
    return str(getattr(field, "verbose_name", name)), field  # type: ignore[return-value]


def _value(field: models.Field | None, value: Any) -> str:
    if value is None or value == "" or value == {} or value == []:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(field, PartialDateField):
        return PartialDate.parse(value).formatted(spoken())
    if isinstance(field, WordsField):
        return "; ".join(f"{code}: {words}" for code, words in value.items() if words)
    if isinstance(field, models.ForeignKey):
        found = field.related_model._default_manager.filter(pk=value).first()
        return str(found) if found else f"#{value}"
    if field is not None and field.choices:
        return str(dict(field.flatchoices).get(value, value))
    return _shortened(_text_in(value))


def _text_in(value: Any) -> str:
    """The words of a stream or of rich text, without its marks and keys."""
    text = value if isinstance(value, str) else repr(value)
    if text.startswith("[{"):
        text = " ".join(re.findall(r"[\"']value[\"']: [\"'](.*?)[\"'](?=[,}])", text)) or text
    return strip_tags(text)


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST] + " …"


def _capital(text: Any) -> str:
    return str(text)[:1].upper() + str(text)[1:]
