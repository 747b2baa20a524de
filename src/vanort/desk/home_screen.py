"""The own municipality: its name, its place and how it is reached; what stands in the footer of every public page."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vanort.changes.models import Change
from vanort.changes.versions import StaleRecord
from vanort.places.actions import edit_home
from vanort.places.models import Home, Place

from .fields import VersionedForm, spread, words_fields
from .published import tell_saved
from .roles import CHANGE_HOME
from .screen import for_those_who, refusal, screen
from .tie_actions import add_errors

_PLAIN = ("visiting_street", "postal_box", "postcode", "post_town", "phone", "fax", "mailbox", "website")


class HomeForm(VersionedForm):
    """All of it; only the place and the name are required."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    place = forms.ModelChoiceField(
        Place.objects,
        label=gettext_lazy("Place"),
        help_text=gettext_lazy("Where the map is drawn from. Its point is changed under Places."),
    )
    visiting_street = forms.CharField(label=gettext_lazy("Visiting address"), required=False, max_length=120)
    postal_box = forms.CharField(label=gettext_lazy("Postal address"), required=False, max_length=120)
    postcode = forms.CharField(label=gettext_lazy("Postcode"), required=False, max_length=12)
    post_town = forms.CharField(label=gettext_lazy("Post town"), required=False, max_length=60)
    phone = forms.CharField(label=gettext_lazy("Contact centre"), required=False, max_length=30)
    fax = forms.CharField(label=gettext_lazy("Fax"), required=False, max_length=30)
    mailbox = forms.EmailField(label=gettext_lazy("Open mailbox"), required=False)
    website = forms.URLField(label=gettext_lazy("Main website"), required=False, assume_scheme="https")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        named = words_fields("organisation", gettext_lazy("Name of the organisation"), required=True)
        self.fields = {"version": self.fields["version"], **named, **self.fields}


@for_those_who(CHANGE_HOME, "places.view_home")
def home(request: HttpRequest) -> HttpResponse:
    """The form; for those who may only read, without its button."""
    found, may_change = Home.objects.first(), request.user.has_perm(CHANGE_HOME)
    if request.method == "POST" and not may_change:
        return refusal(request)
    form, status = HomeForm(request.POST or None, initial=_initial(found)), 200
    if request.method == "POST":
        status = _save(request, form)
        if status == 302:
            return redirect("desk:home")
    return screen(
        request,
        "desk/form.html",
        _("Our municipality"),
        status=status,
        form=form,
        first=[form[name] for name in form.fields if name != "version"],
        button=_("Save") if may_change else "",
        anew=request.path if status == 409 else "",
        text=_("What stands here is shown in the footer of every public page, in both languages."),
    )


def _initial(found: Home | None) -> dict[str, object]:
    if found is None:
        return {}
    plain = {name: getattr(found, name) for name in (*_PLAIN, "place", "version")}
    return {**plain, **spread("organisation", found.organisation)}


def _save(request: HttpRequest, form: HomeForm) -> int:
    """Save what is filled in; return 302 when it was saved, else the status of the refusal."""
    if not form.is_valid():
        return 422
    try:
        edit_home(values=form.values, by=request.user, seen_version=form.cleaned_data["version"])
    except StaleRecord as stale:
        form.add_error(None, str(stale))
        return 409
    except ValidationError as refused:
        add_errors(form, refused)
        return 422
    tell_saved(request, _("Saved."), Change.objects.filter(subject_type="home").first())
    return 302
