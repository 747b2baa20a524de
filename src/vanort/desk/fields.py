"""Form fields that several of our forms have: dates as people write them, words in each language, the version seen."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vanort.places.partial_dates import PartialDate

from .register import spoken

_TODAY = {"idag", "i dag", "today"}


class DateAsWritten(forms.CharField):
    """A partial date as people write it, "today" among them; cleans to a PartialDate or None."""

    def __init__(self, **kwargs: Any) -> None:
        help_text = gettext_lazy(
            "As the source has it: 17 May 1991, May 1991, 1991, about 1946, 1950s, 1946/47. Or: today."
        )
        super().__init__(**{"max_length": 40, "help_text": help_text, **kwargs})

    def prepare_value(self, value: Any) -> Any:
        return value.formatted(spoken()) if isinstance(value, PartialDate) else value

    def to_python(self, value: Any) -> PartialDate | None:  # type: ignore[override]
        if isinstance(value, PartialDate):
            return value
        text = super().to_python(value)
        if not text:
            return None
        if text.lower() in _TODAY:
            text = timezone.localdate().isoformat()
        try:
            return PartialDate.parse(text)
        except ValueError as problem:
            raise forms.ValidationError(str(problem)) from None

    def run_validators(self, value: Any) -> None:
        """The parsing is the whole check."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(initial) != self.to_python(data)
        except forms.ValidationError:
            return True


def understood(date: PartialDate) -> str:
    """How we understand a date, in words."""
    if date.is_exact:
        return _("We understand: %(day)s.") % {"day": date.formatted(spoken())}
    first, last = (PartialDate.parse(day.isoformat()).formatted(spoken()) for day in (date.earliest, date.latest))
    return _("We understand: %(date)s, some time between %(first)s and %(last)s.") % {
        "date": date.formatted(spoken()),
        "first": first,
        "last": last,
    }


def words_fields(
    name: str, label: Any, *, rows: int = 1, required: bool = False, help_text: Any = ""
) -> dict[str, forms.CharField]:
    """One field per language for short words: `reason_sv`, `reason_en`. `label` has a place for the language."""
    made = {}
    for at, (code, language) in enumerate(settings.LANGUAGES):
        attrs = {"lang": code} | ({"rows": rows} if rows > 1 else {})
        made[f"{name}_{code}"] = forms.CharField(
            label=format_lazy("{} ({})", label, language),
            required=required and at == 0,
            help_text=help_text if at == 0 else "",
            widget=(forms.Textarea if rows > 1 else forms.TextInput)(attrs=attrs),
        )
    return made


class VersionedForm(forms.Form):
    """A form that carries the version of the record it was made from."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    @property
    def values(self) -> dict[str, Any]:
        """What was filled in, without the version; words that are given per language together."""
        cleaned = {name: value for name, value in self.cleaned_data.items() if name != "version"}
        return gathered(cleaned)

    def understandings(self) -> list[str]:
        """How each date that could be read is understood; to be shown when something else must be mended."""
        dates = getattr(self, "cleaned_data", {}).values()
        return [understood(date) for date in dates if isinstance(date, PartialDate)]


def gathered(cleaned: Mapping[str, Any]) -> dict[str, Any]:
    """Put `reason_sv` and `reason_en` together as `reason: {"sv": …, "en": …}`, without empty ones."""
    codes = [code for code, _name in settings.LANGUAGES]
    values: dict[str, Any] = {}
    for name, value in cleaned.items():
        stem, _line, code = name.rpartition("_")
        if code in codes:
            words = values.setdefault(stem, {})
            if value:
                words[code] = value
        else:
            values[name] = value
    return values


def spread(name: str, words: Mapping[str, str]) -> dict[str, str]:
    """The other way: `{"reason_sv": …}` for a form's first values."""
    return {f"{name}_{code}": words.get(code, "") for code, _language in settings.LANGUAGES}
