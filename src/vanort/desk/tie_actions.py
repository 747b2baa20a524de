"""What is done to a tie: each action a small form on an address of its own, carrying the version it was made from."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from vanort.changes.models import Change
from vanort.changes.versions import StaleRecord
from vanort.relations import actions
from vanort.relations.models import Relation, StartClaim

from .editing import public_address
from .fields import VersionedForm
from .published import tell_saved
from .register import read_register, spoken
from .roles import CHANGE_REGISTER
from .screen import for_those_who, screen
from .tie_forms import StartForm, StatusForm, TieForm
from .tie_screen import entry_or_404

Act = Callable[[VersionedForm], Change]


@for_those_who(CHANGE_REGISTER)
def change_status(request: HttpRequest, relation_id: int) -> HttpResponse:
    """Change the status."""
    relation = _kept(relation_id)
    has_events = relation.events.filter(is_withdrawn=False, effective__isnull=False).exists()
    form = StatusForm(
        request.POST or None,
        relation=relation,
        initial={"version": relation.version, "effective": _("today") if has_events else ""},
    )

    def act(form: VersionedForm) -> Change:
        values = form.values
        return actions.change_status(
            relation=relation,
            by=request.user,
            on=timezone.localdate(),
            seen_version=form.cleaned_data["version"],
            **values,
        )

    return _answer(request, relation, form, act, _("Change the status"), _("Save the status"), adds=True)


@for_those_who(CHANGE_REGISTER)
def add_start(request: HttpRequest, relation_id: int) -> HttpResponse:
    """Add a beginning."""
    relation = _kept(relation_id)
    form = StartForm(request.POST or None, initial={"version": relation.version})

    def act(form: VersionedForm) -> Change:
        return actions.add_start(
            relation=relation, by=request.user, seen_version=form.cleaned_data["version"], **form.values
        )

    return _answer(request, relation, form, act, _("Add a beginning"), _("Save the beginning"), adds=True)


@for_those_who(CHANGE_REGISTER)
def edit_tie(request: HttpRequest, relation_id: int) -> HttpResponse:
    """Change the tie's own fields."""
    relation = _kept(relation_id)
    fields = ("kind", "is_documented", "start_search", "internal_note", "version")
    initial = {name: getattr(relation, name) for name in fields}
    if request.GET.get("start_search") in Relation.StartSearch.values:
        initial["start_search"] = request.GET["start_search"]  # from the button that says so
    form = TieForm(request.POST or None, initial=initial)

    def act(form: VersionedForm) -> Change:
        return actions.edit_relation(
            relation=relation, values=form.values, by=request.user, seen_version=form.cleaned_data["version"]
        )

    return _answer(request, relation, form, act, _("More about the tie"), _("Save"))


@for_those_who(CHANGE_REGISTER)
def show_tie(request: HttpRequest, relation_id: int) -> HttpResponse:
    """Let the public see the tie, after a look at its page as it will be."""
    relation = _kept(relation_id)
    form = VersionedForm(request.POST or None, initial={"version": relation.version})

    def act(form: VersionedForm) -> Change:
        return actions.show_relation(relation=relation, by=request.user, seen_version=form.cleaned_data["version"])

    text = _("The public page, exactly as it will be, is below. Once shown, it is public within a second.")
    preview = reverse("preview_town", args=[relation.place_id, spoken()])
    return _answer(
        request,
        relation,
        form,
        act,
        _("Show to the public"),
        _("Show to the public"),
        text=text,
        preview=preview,
        adds=True,
    )


@for_those_who(CHANGE_REGISTER)
def hide_tie(request: HttpRequest, relation_id: int) -> HttpResponse:
    """Take the tie from the public pages."""
    relation = _kept(relation_id)
    form = VersionedForm(request.POST or None, initial={"version": relation.version})

    def act(form: VersionedForm) -> Change:
        return actions.hide_relation(relation=relation, by=request.user, seen_version=form.cleaned_data["version"])

    text = _(
        "The tie disappears from the list, the map and the sentence, and its page is no longer there. "
        "Nothing is deleted. "
        "A tie that has ended should rather be shown as ended."
    )
    return _answer(
        request, relation, form, act, _("Hide from the public"), _("Hide from the public"), text=text, adds=True
    )


@for_those_who(CHANGE_REGISTER)
def withdraw_start(request: HttpRequest, relation_id: int, claim_id: int) -> HttpResponse:
    """Take back a beginning that was entered by mistake."""
    relation = _kept(relation_id)
    claim = get_object_or_404(StartClaim, pk=claim_id, relation=relation, is_withdrawn=False)
    form = VersionedForm(request.POST or None, initial={"version": relation.version})

    def act(form: VersionedForm) -> Change:
        return actions.withdraw_start(claim=claim, by=request.user, seen_version=form.cleaned_data["version"])

    text = _("“%(date)s, %(source)s” is no longer shown. The log keeps it.") % {
        "date": claim.started.formatted(spoken()),
        "source": claim.source_title or _("no source recorded"),
    }
    return _answer(request, relation, form, act, _("Take back a beginning"), _("Take it back"), text=text, adds=True)


def _kept(relation_id: int) -> Relation:
    return get_object_or_404(Relation.objects.kept().select_related("place"), pk=relation_id)


def _answer(
    request: HttpRequest,
    relation: Relation,
    form: VersionedForm,
    act: Act,
    title: str,
    button: str,
    *,
    adds: bool = False,
    **values: Any,
) -> HttpResponse:
    """Show the form, or do what it says and return to the tie.

    What is refused comes back with everything that was typed. An action that only `adds` may be repeated by who has
    read that somebody was there before; one that writes over a record must be opened anew.
    """
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            change = act(form)
        except StaleRecord as stale:
            status = 409
            form.add_error(None, str(stale))
            if adds:
                _take_version(form, Relation.objects.get(pk=relation.pk).version)
        except ValidationError as refused:
            status = 422
            add_errors(form, refused)
        else:
            return _done(request, relation, change)
    elif request.method == "POST":
        status = 422
    name = relation.place.name_in(spoken())
    crumbs = [(reverse("desk:ties"), _("Ties")), (reverse("desk:tie", args=[relation.pk]), name)]
    return screen(
        request,
        "desk/form.html",
        f"{name}: {title}",
        crumbs=crumbs,
        crumb=title,
        status=status,
        form=form,
        first=[form[field] for field in getattr(form, "first", ())],
        more=_rest(form),
        button=button,
        back=crumbs[-1][0],
        anew=request.path if status == 409 and not adds else "",
        **values,
    )


def _rest(form: VersionedForm) -> list[Any]:
    first = getattr(form, "first", ())
    return [form[name] for name in form.fields if name not in first and name != "version"]


def _take_version(form: VersionedForm, version: int) -> None:
    form.data = form.data.copy()
    form.data["version"] = str(version)


def add_errors(form: Any, refused: ValidationError) -> None:
    """Put what an action refuses on the fields it concerns; what concerns none of them stands above the form."""
    if not hasattr(refused, "error_dict"):
        form.add_error(None, refused)
        return
    for name, errors in refused.error_dict.items():
        form.add_error(name if name in form.fields and name != NON_FIELD_ERRORS else None, errors)


def _done(request: HttpRequest, relation: Relation, change: Change) -> HttpResponse:
    entry = entry_or_404(read_register(timezone.localdate()), relation.pk)
    address = public_address(relation.place_id, spoken()) if entry.relation.is_public else ""
    text = _("Saved. %(name)s: %(status)s.") % {"name": entry.name, "status": entry.sentence}
    if not entry.relation.is_public:
        text += " " + _("Not shown to the public.")
    tell_saved(request, text, change, address)
    return redirect("desk:tie", relation.pk)
