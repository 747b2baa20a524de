"""The municipality's own words for kinds of cooperation; and the number of twin towns that it states."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from vanort.changes.models import Change
from vanort.places.words import said
from vanort.relations.actions import add_count_claim, save_kind
from vanort.relations.models import RelationKind

from .fields import DateAsWritten, gathered, spread, words_fields
from .published import tell_saved
from .register import spoken
from .roles import CHANGE_KINDS, CHANGE_REGISTER
from .screen import for_those_who, refusal, screen
from .tie_actions import add_errors


class KindForm(forms.Form):
    """One kind: what it is called, and what it is in the neutral terms."""

    core = forms.ChoiceField(
        label=gettext_lazy("What it is in neutral terms"),
        choices=RelationKind.Core.choices,
        help_text=gettext_lazy("For comparison with other municipalities."),
    )
    is_twin_town = forms.BooleanField(
        label=gettext_lazy("Counted as twin town"),
        required=False,
        help_text=gettext_lazy("Not ticked: listed under “Other cooperation”."),
    )
    position = forms.IntegerField(label=gettext_lazy("Order"), min_value=0, max_value=1000, initial=0)
    slug = forms.SlugField(
        label=gettext_lazy("Short name"), max_length=40, help_text=gettext_lazy("For addresses and files; never shown.")
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        one = words_fields(
            "singular", gettext_lazy("One"), required=True, help_text=gettext_lazy("Small letters: vänort")
        )
        several = words_fields(
            "plural", gettext_lazy("Several"), required=True, help_text=gettext_lazy("Small letters: vänorter")
        )
        # What the form showed, so that somebody else's words are not overwritten unseen.
        self.fields = {
            **one,
            **several,
            **self.fields,
            "seen": forms.CharField(widget=forms.HiddenInput, required=False),
        }


@require_safe
@for_those_who(CHANGE_KINDS, "relations.view_relationkind")
def kind_list(request: HttpRequest) -> HttpResponse:
    """Every kind, in its order."""
    kinds = [
        (kind, said(kind.singular, spoken())[0], said(kind.plural, spoken())[0]) for kind in RelationKind.objects.all()
    ]
    return screen(
        request,
        "desk/kinds.html",
        _("Kinds of cooperation"),
        kinds=kinds,
        may_change=request.user.has_perm(CHANGE_KINDS),
    )


@for_those_who(CHANGE_KINDS, "relations.view_relationkind")
def kind(request: HttpRequest, kind_id: int | None = None) -> HttpResponse:
    """The form of a kind, or of a new one."""
    found = get_object_or_404(RelationKind, pk=kind_id) if kind_id else RelationKind()
    may_change = request.user.has_perm(CHANGE_KINDS)
    if not may_change and (request.method == "POST" or not found.pk):
        return refusal(request)
    form, status = KindForm(request.POST or None, initial=_initial(found)), 200
    if request.method == "POST":
        status = _save(request, form, found)
        if status == 302:
            return redirect("desk:kinds")
    return screen(
        request,
        "desk/form.html",
        said(found.singular, spoken())[0] if found.pk else _("New kind of cooperation"),
        crumbs=[(reverse("desk:kinds"), _("Kinds of cooperation"))],
        status=status,
        form=form,
        first=[form[name] for name in form.fields if name != "seen"],
        hidden=[form["seen"]],
        button=_("Save") if may_change else "",
        back=reverse("desk:kinds"),
        anew=request.path if status == 409 else "",
    )


def _initial(found: RelationKind) -> dict[str, object]:
    plain = {name: getattr(found, name) for name in ("core", "is_twin_town", "position", "slug")}
    return {**plain, **spread("singular", found.singular), **spread("plural", found.plural), "seen": _seen(found)}


def _seen(found: RelationKind) -> str:
    last = Change.objects.filter(subject_type="relationkind", subject_id=str(found.pk)).first() if found.pk else None
    return str(last.pk) if last else ""


def _save(request: HttpRequest, form: KindForm, found: RelationKind) -> int:
    if not form.is_valid():
        return 422
    if form.cleaned_data.pop("seen") != _seen(found):
        form.add_error(
            None, _("Somebody else has changed this while you had it open. Open it again and see what it says now.")
        )
        return 409
    for name, value in gathered(form.cleaned_data).items():
        setattr(found, name, value)
    try:
        saved = save_kind(kind=found, by=request.user)
    except ValidationError as refused:
        add_errors(form, refused)
        return 422
    change = Change.objects.filter(subject_type="relationkind", subject_id=str(saved.pk)).first()
    tell_saved(request, _("Saved: %(name)s.") % {"name": saved}, change)
    return 302


class CountForm(forms.Form):
    """How many twin towns the municipality says that it has."""

    twin_towns = forms.IntegerField(label=gettext_lazy("Twin towns"), min_value=0, max_value=999)
    countries = forms.IntegerField(label=gettext_lazy("Countries"), min_value=0, max_value=250, required=False)
    as_of = DateAsWritten(label=gettext_lazy("As of"), required=False)
    source_title = forms.CharField(label=gettext_lazy("Source"), max_length=255)
    source_url = forms.URLField(
        label=gettext_lazy("Address of the source"), required=False, max_length=500, assume_scheme="https"
    )


@for_those_who(CHANGE_REGISTER)
def add_count(request: HttpRequest) -> HttpResponse:
    """State a number. It is shown beside what the records count, and never instead of it."""
    form, status = CountForm(request.POST or None, initial={"as_of": _("today")}), 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            claim = add_count_claim(by=request.user, **form.cleaned_data)
            change = Change.objects.filter(subject_type="countclaim", subject_id=str(claim.pk)).first()
            tell_saved(request, _("Saved."), change)
            return redirect("desk:start")
    text = _("Shown beside what the records count, with its source. To mend the count itself, change the ties.")
    crumbs = [(reverse("desk:ties"), _("Ties"))]
    return screen(
        request,
        "desk/form.html",
        _("A stated number of twin towns"),
        crumbs=crumbs,
        status=status,
        form=form,
        first=list(form),
        button=_("Save"),
        back=crumbs[0][0],
        text=text,
    )
