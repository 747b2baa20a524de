"""The small forms of a tie, one per action. Few fields are required; what is missing is listed on the screen."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from vanort.places.models import Place
from vanort.places.sorting import sort_key
from vanort.relations.models import Relation, RelationKind, StatusEvent
from vanort.relations.models.start_claim import Side
from vanort.relations.models.status_event import Status
from vanort.theme.formats import country

from .countries import countries
from .fields import DateAsWritten, VersionedForm, words_fields
from .register import spoken

_NOT_CHOSEN = ("", "–")


def _sourced() -> dict[str, forms.Field]:
    return {
        "source_title": forms.CharField(label=gettext_lazy("Source"), required=False, max_length=255),
        "source_url": forms.URLField(
            label=gettext_lazy("Address of the source"), required=False, max_length=500, assume_scheme="https"
        ),
    }


class StatusForm(VersionedForm):
    """A change of status."""

    status = forms.ChoiceField(label=gettext_lazy("New status"), choices=[_NOT_CHOSEN, *Status.choices])
    effective = DateAsWritten(label=gettext_lazy("From when"), required=False)
    is_after = forms.BooleanField(
        label=gettext_lazy("Some time after that date"),
        required=False,
        help_text=gettext_lazy("The source only says that it was later: “after 2007”."),
    )
    side = forms.ChoiceField(label=gettext_lazy("Whose act"), choices=Side.choices, initial=Side.OURS)
    basis = forms.ChoiceField(
        label=gettext_lazy("How it is known"),
        choices=StatusEvent.Basis.choices,
        initial=StatusEvent.Basis.DECIDED,
        help_text=gettext_lazy("Falling asleep is observed, ending is mostly decided."),
    )
    decided_by = forms.CharField(
        label=gettext_lazy("Decided by"),
        required=False,
        max_length=120,
        help_text=gettext_lazy("The body as it is called: Kommunfullmäktige, Byråd."),
    )

    first = ("status", "effective", "is_after", "side")

    def __init__(self, *args: Any, relation: Relation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.relation = relation
        help_text = gettext_lazy("Shown on the public page.")
        self.fields |= words_fields("reason", gettext_lazy("Reason"), rows=2, help_text=help_text) | _sourced()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("effective") and "effective" not in self.errors and self._has_dated(cleaned.get("side", "")):
            self.add_error("effective", _("Say from when, or write “today”: other changes of status have a date."))
        return cleaned

    def _has_dated(self, side: str) -> bool:
        others = self.relation.events.filter(is_withdrawn=False, effective__isnull=False)
        return others.filter(
            side__in=[side, Side.BOTH, Side.OTHER] if side in ("ours", "theirs") else Side.values
        ).exists()


class StartForm(VersionedForm):
    """A beginning according to one source."""

    started = DateAsWritten(label=gettext_lazy("Began"))
    side = forms.ChoiceField(label=gettext_lazy("According to"), choices=Side.choices, initial=Side.OURS)

    first = ("started", "side", "source_title", "source_url")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields |= _sourced() | words_fields(
            "what",
            gettext_lazy("What happened then"),
            help_text=gettext_lazy("If it was more than a beginning: a new agreement, say."),
        )


class TieForm(VersionedForm):
    """The tie's own fields."""

    kind = forms.ModelChoiceField(RelationKind.objects, label=gettext_lazy("Kind of cooperation"))
    is_documented = forms.BooleanField(
        label=gettext_lazy("Confirmed by a source"),
        required=False,
        help_text=gettext_lazy("Not ticked: the public page says that no source confirms it."),
    )
    start_search = forms.ChoiceField(
        label=gettext_lazy("If no beginning is recorded"), choices=Relation.StartSearch.choices, required=False
    )
    internal_note = forms.CharField(
        label=gettext_lazy("Internal note"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=gettext_lazy("Not on the public pages. It is still a public document that can be asked for."),
    )

    first = ("kind", "is_documented", "start_search", "internal_note")


class NewTieForm(forms.Form):
    """A new tie: a place that is known, or a new one; kind and status."""

    place = forms.ChoiceField(label=gettext_lazy("Place"), required=False)
    name = forms.CharField(
        label=gettext_lazy("or a new place: its own name"),
        required=False,
        max_length=120,
        help_text=gettext_lazy("As it is written there: Gdańsk, Panevėžys."),
    )
    country = forms.ChoiceField(label=gettext_lazy("Country of the new place"), required=False)
    kind = forms.ModelChoiceField(RelationKind.objects, label=gettext_lazy("Kind of cooperation"))
    status = forms.ChoiceField(label=pgettext_lazy("tie", "Status"), choices=[_NOT_CHOSEN, *Status.choices])
    effective = DateAsWritten(label=gettext_lazy("Since when, if known"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(str(place.pk), _named(place)) for place in Place.objects.prefetch_related("names")]
        known.sort(key=lambda pair: sort_key(pair[1], spoken()))
        self.fields["place"].choices = [("", _("– a new place –")), *known]
        self.fields["country"].choices = [_NOT_CHOSEN, *countries(spoken())]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("place"):
            if not cleaned.get("name"):
                self.add_error("name", _("Choose a place in the list, or write the name of a new one."))
            elif not cleaned.get("country"):
                self.add_error("country", _("Choose the country of the new place."))
        elif cleaned.get("name"):
            self.add_error("name", _("You have both chosen a place and written a new one. Take one of them away."))
        return cleaned

    def clean_effective(self) -> Any:
        date = self.cleaned_data["effective"]
        if date and date.earliest > timezone.localdate():
            raise forms.ValidationError(
                _("That is still to come. Add the tie first, and the change of status afterwards.")
            )
        return date


def _named(place: Place) -> str:
    return f"{place.name_in(spoken())}, {country(place.country, spoken())}"
