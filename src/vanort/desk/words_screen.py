"""Words about a town in one language: what its public page says besides the facts."""

from functools import cache

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.panels import FieldPanel, ObjectList

from vanort.changes.models import Change
from vanort.changes.versions import StaleRecord
from vanort.pages.actions import write_words
from vanort.pages.models import PlaceWords
from vanort.places.models import Place

from .editing import public_address
from .published import tell_saved
from .register import spoken
from .roles import CHANGE_WORDS
from .screen import for_those_who, screen
from .tie_actions import add_errors


@cache
def _panels() -> ObjectList:
    return ObjectList([FieldPanel("lead"), FieldPanel("body")]).bind_to_model(PlaceWords)


@for_those_who(CHANGE_WORDS)
def words(request: HttpRequest, place_id: int, language: str) -> HttpResponse:
    """The words of a place in a language, with the same blocks as a page has; empty where nobody has written yet."""
    named = dict(settings.LANGUAGES)
    if language not in named:
        raise Http404(language)
    place = get_object_or_404(Place, pk=place_id)
    found = PlaceWords.objects.filter(place=place, language=language).first() or PlaceWords(
        place=place, language=language, version=0
    )
    seen: str | int = found.version
    status = 200
    form = _panels().get_form_class()(request.POST or None, instance=found, for_user=request.user)
    if request.method == "POST":
        status = _save(request, place, language, form)
        if status == 302:
            return redirect(request.path)
        seen = request.POST.get("version", seen)
    name = place.name_in(spoken())
    panel = _panels().get_bound_panel(instance=found, request=request, form=form)
    return screen(
        request,
        "desk/words.html",
        _("%(name)s: words in %(language)s") % {"name": name, "language": _(named[language]).lower()},
        crumbs=[(reverse("desk:places"), _("Places")), (reverse("desk:place", args=[place.pk]), name)],
        status=status,
        form=form,
        panel=panel,
        seen=seen,
        public_url=public_address(place.pk, language),
        preview=reverse("preview_town", args=[place.pk, language]),
        back=reverse("desk:place", args=[place.pk]),
        anew=request.path if status == 409 else "",
    )


def _save(request: HttpRequest, place: Place, language: str, form) -> int:  # type: ignore[no-untyped-def]
    if not form.is_valid():
        return 422
    seen = request.POST.get("version", "")
    given = form.cleaned_data
    try:
        write_words(
            place=place,
            language=language,
            lead=given["lead"],
            body=given["body"],
            by=request.user,
            seen_version=int(seen) if seen.isdigit() else 0,
        )
    except StaleRecord as stale:
        form.add_error(None, str(stale))
        return 409
    except ValidationError as refused:
        add_errors(form, refused)
        return 422
    change = Change.objects.filter(verb="words.written", subject_id=str(place.pk)).first()
    tell_saved(
        request, _("Saved: %(name)s.") % {"name": place.name_in(spoken())}, change, public_address(place.pk, language)
    )
    return 302
