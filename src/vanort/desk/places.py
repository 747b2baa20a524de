"""Places: found by any of their names, and changed with their names and facts in one form."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vanort.changes.models import Change
from vanort.changes.versions import StaleRecord
from vanort.places.actions import edit_place
from vanort.places.models import Place, PlaceFact, PlaceName
from vanort.places.sorting import sort_key
from vanort.relations.models import Relation
from vanort.theme.formats import country

from .new_tie import free_slug
from .place_forms import FactForm, NameForm, PlaceForm, name_forms
from .published import tell_saved
from .register import spoken
from .roles import CHANGE_PLACES
from .screen import for_those_who, screen
from .tie_actions import add_errors


@require_safe
@for_those_who("places.view_place")
def place_list(request: HttpRequest) -> HttpResponse:
    """Every place with its names."""
    words, language = request.GET.get("q", "").strip(), spoken()
    wanted = _folded(words)
    rows = []
    for place in Place.objects.prefetch_related("names"):
        names = [name.name for name in place.names.all()]
        if any(wanted in _folded(name) for name in [*names, place.slug]):
            shown = place.name_in(language)
            others = ", ".join(dict.fromkeys(name for name in names if name != shown))
            rows.append(
                (
                    sort_key(shown, language),
                    place.pk,
                    shown,
                    country(place.country, language),
                    others,
                    place.latitude is not None,
                )
            )
    may_change = request.user.has_perm(CHANGE_PLACES)
    return screen(request, "desk/places.html", _("Places"), rows=sorted(rows), words=words, may_change=may_change)


def _folded(text: str) -> str:
    return sort_key(text, "en").partition("\t")[0]


@for_those_who(CHANGE_PLACES, "places.view_place")
def place(request: HttpRequest, place_id: int | None = None) -> HttpResponse:
    """The form of a place, or of a new one; for those who may only read, without its buttons."""
    found = get_object_or_404(Place, pk=place_id) if place_id else Place()
    may_change = request.user.has_perm(CHANGE_PLACES)
    data = request.POST if request.method == "POST" else None
    form = PlaceForm(data, initial=_initial(found))
    names, fact, status = name_forms(found, data), FactForm(data, prefix="fact"), 200
    if request.method == "POST":
        if not may_change:
            return screen(request, "desk/message.html", _("You may not do this"), status=403, text="", links=[])
        answer, status = _save(request, found, form, names, fact)
        if answer is not None:
            return answer
    return screen(
        request,
        "desk/place.html",
        found.name_in(spoken()) if found.pk else _("New place"),
        crumbs=[(reverse("desk:places"), _("Places"))],
        status=status,
        place=found,
        form=form,
        first=[form[name] for name in form.first],
        more=[form[name] for name in form.fields if name not in form.first and name != "version"],
        names=names,
        facts=PlaceFact.objects.filter(place=found, is_withdrawn=False) if found.pk else [],
        fact=fact,
        ticked=request.POST.getlist("withdraw"),
        ties=Relation.objects.kept().filter(place=found).select_related("kind") if found.pk else [],
        may_change=may_change,
        anew=request.path if status == 409 else "",
    )


def _initial(found: Place) -> dict[str, Any]:
    fields = "kind country latitude longitude local_language slug wikidata_id geonames_id".split()
    return {name: getattr(found, name) for name in fields} | {"version": found.version if found.pk else None}


def _save(
    request: HttpRequest, found: Place, form: PlaceForm, names: list[NameForm], fact: FactForm
) -> tuple[HttpResponse | None, int]:
    valid = [form.is_valid(), *[name.is_valid() for name in names], fact.is_valid()]
    if not all(valid):
        return None, 422
    if not _has_own_name(names):
        form.add_error(None, _("A place has one name of its own: the one used there."))
        return None, 422
    values = form.values
    if not values["slug"]:
        values["slug"] = found.slug or free_slug(_own_name(names))
    try:
        saved = edit_place(
            place=found,
            values=values,
            parts=_parts(names, fact),
            removed=_removed(request, found, names),
            by=request.user,
            seen_version=form.cleaned_data["version"],
        )
    except StaleRecord as stale:
        form.add_error(None, str(stale))
        return None, 409
    except ValidationError as refused:
        add_errors(form, refused)
        return None, 422
    change = Change.objects.filter(subject_type="place", subject_id=str(saved.pk)).first()
    tell_saved(request, _("Saved: %(name)s.") % {"name": saved.name_in(spoken())}, change)
    return redirect("desk:place", saved.pk), 200


def _kept(names: list[NameForm]) -> list[NameForm]:
    return [form for form in names if not form.is_empty and not form.is_taken_away]


def _has_own_name(names: list[NameForm]) -> bool:
    return sum(form.cleaned_data["role"] == PlaceName.Role.OFFICIAL for form in _kept(names)) == 1


def _own_name(names: list[NameForm]) -> str:
    return next(f.cleaned_data["name"] for f in _kept(names) if f.cleaned_data["role"] == PlaceName.Role.OFFICIAL)


def _parts(names: list[NameForm], fact: FactForm) -> list[Any]:
    changed = [form.instance for form in _kept(names) if form.has_changed()]
    return [*changed, *([] if fact.is_empty else [fact.instance])]


def _removed(request: HttpRequest, found: Place, names: list[NameForm]) -> list[Any]:
    taken = [PlaceName.objects.get(pk=form.instance.pk) for form in names if form.is_taken_away]
    ticked = [key for key in request.POST.getlist("withdraw") if key.isdigit()]
    return [*taken, *PlaceFact.objects.filter(place=found, pk__in=ticked, is_withdrawn=False)] if found.pk else []
