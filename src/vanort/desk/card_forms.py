"""The forms of contacts: a card, a unit, who takes over, and who answers for a page or a tie."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vanort.contacts.models import ContactCard, Organisation, Person, Unit
from vanort.contacts.models.card import SHOWABLE

from .countries import countries
from .fields import VersionedForm, words_fields
from .register import spoken

# As many as a reader can choose between.
MOST_CONTACTS = 5


def _day(label: Any, **more: Any) -> forms.DateField:
    return forms.DateField(label=label, required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"), **more)


class CardForm(VersionedForm):
    """A card: the role and the function first, the person second."""

    first = (
        *(f"role_{code}" for code, _name in settings.LANGUAGES),
        *"unit email person new_person phone mobile visiting_street postal_box postcode post_town shown".split(),
    )

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    unit = forms.ModelChoiceField(Unit.objects.select_related("organisation"), label=gettext_lazy("Unit"))
    email = forms.EmailField(label=gettext_lazy("E-mail"), required=False)
    person = forms.ModelChoiceField(
        Person.objects,
        label=gettext_lazy("Person"),
        required=False,
        help_text=gettext_lazy("Empty for a function that several people answer for."),
    )
    new_person = forms.CharField(label=gettext_lazy("Or the name of somebody new"), required=False, max_length=120)
    phone = forms.CharField(
        label=gettext_lazy("Phone"),
        required=False,
        max_length=40,
        help_text=gettext_lazy("As you write it: 0480-45 00 00. Abroad with country code: +49 3841 25 10."),
    )
    mobile = forms.CharField(label=gettext_lazy("Mobile"), required=False, max_length=40)
    visiting_street = forms.CharField(label=gettext_lazy("Visiting address"), required=False, max_length=120)
    postal_box = forms.CharField(label=gettext_lazy("Postal address"), required=False, max_length=120)
    postcode = forms.CharField(label=gettext_lazy("Postcode"), required=False, max_length=12)
    post_town = forms.CharField(label=gettext_lazy("Post town"), required=False, max_length=60)
    shown = forms.MultipleChoiceField(
        label=gettext_lazy("Shown to the public"),
        choices=list(SHOWABLE.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        initial=list(SHOWABLE),
    )
    side = forms.ChoiceField(label=gettext_lazy("Whose contact"), choices=ContactCard.Side.choices)
    email_class = forms.ChoiceField(
        label=gettext_lazy("How the e-mail is shown"),
        required=False,
        choices=[("", gettext_lazy("as usual")), *ContactCard.EmailClass.choices],
        help_text=gettext_lazy(
            "As usual: a function’s mailbox openly, our own persons’ to who asks for it, the other side’s never."
        ),
    )
    legal_basis = forms.ChoiceField(label=gettext_lazy("Why we may publish it"), choices=ContactCard.LegalBasis.choices)
    starts_on = _day(gettext_lazy("First day"))
    ends_on = _day(
        gettext_lazy("Last day"), help_text=gettext_lazy("After it the card is on no page. Nobody needs to remember.")
    )
    latitude = forms.DecimalField(
        label=gettext_lazy("Latitude"),
        required=False,
        max_digits=8,
        decimal_places=5,
        help_text=gettext_lazy("Of the visiting address."),
    )
    longitude = forms.DecimalField(label=gettext_lazy("Longitude"), required=False, max_digits=8, decimal_places=5)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        role = words_fields("role", gettext_lazy("Role"), required=True, help_text=gettext_lazy("What to ask about."))
        note = words_fields("note", gettext_lazy("Note"), help_text=gettext_lazy("Shown on the card: hours, say."))
        self.fields = {**role, **self.fields, **note}

    def clean(self) -> dict[str, Any]:
        """One of the two ways to say who."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("person") and cleaned.get("new_person"):
            self.add_error("new_person", _("Choose a person or write a new name, not both."))
        return cleaned


class UnitForm(VersionedForm):
    """A unit, in an organisation that is there or a new one."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    organisation = forms.ModelChoiceField(Organisation.objects, label=gettext_lazy("Organisation"), required=False)
    country = forms.ChoiceField(
        label=gettext_lazy("Country of the new organisation"),
        help_text=gettext_lazy("Decides how its phone numbers are read."),
        initial="SE",
    )
    starts_on = _day(gettext_lazy("First day"))
    ends_on = _day(gettext_lazy("Last day"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = words_fields("names", gettext_lazy("Name of the unit"), required=True)
        new = words_fields("new_organisation", gettext_lazy("Or the name of a new organisation"))
        self.fields["country"].choices = countries(spoken())
        organisation = self.fields.pop("organisation")
        self.fields = {**named, "organisation": organisation, **new, **self.fields}

    def clean(self) -> dict[str, Any]:
        """An organisation has to be there, once."""
        cleaned = super().clean() or self.cleaned_data
        is_new = any(cleaned.get(f"new_organisation_{code}") for code, _name in settings.LANGUAGES)
        if bool(cleaned.get("organisation")) == is_new:
            self.add_error("organisation", _("Choose an organisation, or write the name of a new one."))
        return cleaned


class LeaveForm(VersionedForm):
    """Who takes over, and from when."""

    heir = forms.ModelChoiceField(ContactCard.objects.none(), label=gettext_lazy("Who takes over"))
    from_on = forms.DateField(
        label=gettext_lazy("From"),
        widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"),
        help_text=gettext_lazy("From that day every page and tie shows the heir’s card instead."),
    )

    def __init__(self, *args: Any, card: ContactCard, on: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["heir"].queryset = ContactCard.objects.current(on).exclude(pk=card.pk)


class ContactsForm(VersionedForm):
    """Cards in their order, a list to choose from for each place."""

    # What the form showed, for pages, which have no version of ours.
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, on: dt.date, named: Iterable[ContactCard], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = list(named)
        cards = ContactCard.objects.current(on) | ContactCard.objects.filter(pk__in=[card.pk for card in named])
        for at in range(max(MOST_CONTACTS, len(named))):
            self.fields[f"contact_{at}"] = forms.ModelChoiceField(
                cards.select_related("person", "unit__organisation"),
                label=_("Contact %(n)s") % {"n": at + 1},
                required=False,
                initial=named[at].pk if at < len(named) else None,
            )
        self.first = tuple(name for name in self.fields if name.startswith("contact_"))

    @property
    def cards(self) -> list[ContactCard]:
        """Those chosen, in order."""
        return [self.cleaned_data[name] for name in self.first if self.cleaned_data[name]]
