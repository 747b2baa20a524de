"""A new tie, with a place that is known or a new one."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from vanort.accounts.models import User
from vanort.changes.models import Change
from vanort.places.actions import edit_place
from vanort.places.models import Place, PlaceName, PlaceSlug
from vanort.places.sorting import sort_key
from vanort.relations.actions import change_status, create_relation
from vanort.relations.models import Relation

from .published import tell_saved
from .roles import CHANGE_REGISTER
from .screen import for_those_who, screen
from .tie_actions import add_errors
from .tie_forms import NewTieForm


@for_those_who(CHANGE_REGISTER)
def new_tie(request: HttpRequest) -> HttpResponse:
    """Three things are asked for: place, kind, status."""
    form = NewTieForm(request.POST or None, initial={"place": request.GET.get("place", "")})
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                relation = _create(form, request.user)
            except ValidationError as refused:
                add_errors(form, refused)
            else:
                change = Change.objects.filter(subject_type="relation", subject_id=str(relation.pk)).first()
                tell_saved(
                    request,
                    _("Saved. Not shown to the public yet: fill in what is missing, look, and show it."),
                    change,
                )
                return redirect("desk:tie", relation.pk)
    crumbs = [(reverse("desk:ties"), _("Ties"))]
    return screen(
        request,
        "desk/form.html",
        _("New tie"),
        crumbs=crumbs,
        status=status,
        form=form,
        first=list(form),
        button=_("Save the tie"),
        back=crumbs[0][0],
    )


@transaction.atomic
def _create(form: NewTieForm, by: User) -> Relation:
    given = form.cleaned_data
    place = Place.objects.get(pk=given["place"]) if given["place"] else new_place(given["name"], given["country"], by)
    relation = create_relation(place=place, kind=given["kind"], by=by)
    change_status(
        relation=relation,
        status=given["status"],
        effective=given["effective"],
        basis="observed",
        by=by,
        on=timezone.localdate(),
    )
    return relation


def new_place(name: str, country: str, by: User) -> Place:
    """Add a place with its own name and country; its address is made of the name."""
    place = Place(slug=free_slug(name), country=country)
    return edit_place(place=place, values={}, parts=[PlaceName(name=name)], by=by)


def free_slug(name: str) -> str:
    """An address made of a name that no place has or has had."""
    stem = slugify(sort_key(name, "en").partition("\t")[0])[:70] or "ort"
    taken = set(Place.objects.values_list("slug", flat=True)) | set(PlaceSlug.objects.values_list("slug", flat=True))
    tries = (stem if n == 1 else f"{stem}-{n}" for n in range(1, len(taken) + 2))
    return next(slug for slug in tries if slug not in taken)
