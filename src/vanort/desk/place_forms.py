"""The form of a place with its names and facts. Facts are never corrected: a newer is added, a wrong one withdrawn."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vanort.places.models import Place, PlaceFact, PlaceName

from .countries import countries
from .fields import DateAsWritten, VersionedForm
from .register import spoken

_BLANK_NAMES = 2
# Languages of names besides those of the site: Kalmar's partners and the commonest in Swedish registers.
_LANGUAGES = "da de en es et fi fr is it lt lv nb nl no pl pt ru sv uk".split()


class PlaceForm(VersionedForm):
    """The place's own fields."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    kind = forms.ChoiceField(label=gettext_lazy("Sort of place"), choices=Place.Kind.choices)
    country = forms.ChoiceField(label=gettext_lazy("Country"))
    latitude = forms.DecimalField(
        label=gettext_lazy("Latitude"),
        required=False,
        max_digits=8,
        decimal_places=5,
        localize=True,
        help_text=gettext_lazy("Degrees north: 53,8918"),
    )
    longitude = forms.DecimalField(
        label=gettext_lazy("Longitude"),
        required=False,
        max_digits=8,
        decimal_places=5,
        localize=True,
        help_text=gettext_lazy("Degrees east: 11,4525"),
    )
    local_language = forms.CharField(
        label=gettext_lazy("Language spoken there"),
        required=False,
        max_length=12,
        help_text=gettext_lazy("Code, for the voice of a screen reader: de, pl, lt, is."),
    )
    slug = forms.SlugField(
        label=gettext_lazy("Address"),
        required=False,
        max_length=80,
        help_text=gettext_lazy("Last part of the page’s address. A former one leads on to the new."),
    )
    wikidata_id = forms.RegexField(
        r"^Q\d+$", label="Wikidata", required=False, max_length=16, help_text=gettext_lazy("For example Q6982.")
    )
    geonames_id = forms.IntegerField(label="GeoNames", required=False, min_value=1)

    first = ("kind", "country", "latitude", "longitude")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["country"].choices = [("", "–"), *countries(spoken())]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        point = [cleaned.get("latitude"), cleaned.get("longitude")]
        if (point[0] is None) != (point[1] is None) and not {"latitude", "longitude"} & set(self.errors):
            self.add_error(
                "latitude" if point[0] is None else "longitude", _("Give both latitude and longitude, or neither.")
            )
        return cleaned


class NameForm(forms.ModelForm):
    """One name; an empty row is no name."""

    is_removed = forms.BooleanField(label=gettext_lazy("Take away"), required=False)

    class Meta:
        model = PlaceName
        fields = ("name", "role", "language")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].required = False
        if not self.instance.pk:
            self.initial.setdefault("role", PlaceName.Role.ALIAS)
            del self.fields["is_removed"]
        codes = dict.fromkeys([*(code for code, _name in settings.LANGUAGES), *_LANGUAGES, self.instance.language])
        self.fields["language"] = forms.ChoiceField(
            label=gettext_lazy("language"),
            required=False,
            choices=[("", "–"), *((code, code) for code in codes if code)],
        )

    def _post_clean(self) -> None:
        if self.is_empty or self.is_taken_away:
            return
        super()._post_clean()

    @property
    def is_empty(self) -> bool:
        """A row for a new name in which nothing was written."""
        return not self.instance.pk and not self.cleaned_data.get("name")

    @property
    def is_taken_away(self) -> bool:
        """An existing name that is ticked, or emptied."""
        given = self.cleaned_data
        return bool(self.instance.pk) and (given.get("is_removed") or not given.get("name"))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("role") == PlaceName.Role.OFFICIAL and given.get("language") and given.get("name"):
            self.add_error("language", _("Leave the language empty for the place’s own name."))
        if given.get("role") == PlaceName.Role.EXONYM and not given.get("language") and given.get("name"):
            self.add_error("language", _("Which language calls it that?"))
        return given


class FactForm(forms.ModelForm):
    """A new fact; an empty row is none."""

    as_of = DateAsWritten(
        label=gettext_lazy("as of"), required=False, help_text=gettext_lazy("31 December 2024, 2024, about 2010")
    )

    class Meta:
        model = PlaceFact
        fields = ("kind", "number", "text", "is_approximate", "covers", "as_of", "source_title", "source_url")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["number"] = forms.DecimalField(
            label=gettext_lazy("number"),
            required=False,
            min_value=0,
            max_digits=14,
            decimal_places=2,
            localize=True,
            help_text=gettext_lazy("Persons, or square kilometres."),
        )
        self.fields["text"].help_text = _("For a website.")
        self.fields["source_url"] = forms.URLField(
            label=gettext_lazy("address of the source"), required=False, max_length=500, assume_scheme="https"
        )

    @property
    def is_empty(self) -> bool:
        """Neither a number nor an address was written."""
        given = self.cleaned_data
        return given.get("number") is None and not given.get("text") and not given.get("source_title")

    def _post_clean(self) -> None:
        if not self.is_empty:
            super()._post_clean()


def name_forms(place: Place, data: Any) -> list[NameForm]:
    """A form for each name the place has, and a few for new ones; the first new one of a new place is its own name."""
    known = list(place.names.all()) if place.pk else []
    rows = [NameForm(data, prefix=f"name-{name.pk}", instance=name) for name in known]
    for at in range(_BLANK_NAMES):
        role = PlaceName.Role.OFFICIAL if not known and at == 0 else PlaceName.Role.ALIAS
        rows.append(NameForm(data, prefix=f"new-name-{at}", initial={"role": role}))
    return rows
