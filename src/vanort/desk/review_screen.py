"""*Granska sidan*: a page as readers see it, beside it what may have made it untrue; one press when all is well."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from vanort.followup.actions import PERIODS, review
from vanort.followup.lateness import months_later
from vanort.followup.models import Review
from vanort.pages.addresses import PageSubject, TownSubject
from vanort.pages.facts import Facts, load_facts
from vanort.pages.show import show
from vanort.theme.formats import day

from .fields import gathered, spread, words_fields
from .log_words import line
from .published import tell_saved
from .register import spoken
from .reviewables import Reviewable, reviewables
from .roles import REVIEW
from .screen import for_those_who, message, refusal, screen
from .since_review import changes_since, dead_links, old_facts
from .translations import Older, of_page, older_translations

SHOWN_LINES = 10


@dataclass(frozen=True)
class Choice:
    """One of the buttons: in how many months, and which day that is."""

    months: int
    words: str
    on: str


class ReviewForm(forms.Form):
    """When next, and which unit has read the page; the unit is filled in from the last time."""

    months = forms.TypedChoiceField(choices=[(n, n) for n in PERIODS], coerce=int)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields |= words_fields("unit", gettext_lazy("Reviewing unit"))


@require_http_methods(["GET", "HEAD", "POST"])
@for_those_who()
def review_page(request: HttpRequest, page_id: int) -> HttpResponse:
    """Review a page of the tree."""
    return _review(request, PageSubject(page_id))


@require_http_methods(["GET", "HEAD", "POST"])
@for_those_who()
def review_town(request: HttpRequest, place_id: int, language: str) -> HttpResponse:
    """Review a town's page in a language."""
    return _review(request, TownSubject(place_id, language))


def _review(request: HttpRequest, subject: PageSubject | TownSubject) -> HttpResponse:
    if request.method == "POST" and not request.user.has_perm(REVIEW):
        return refusal(request)
    facts, on = load_facts("default"), timezone.localdate()
    one = next((found for found in reviewables(facts, on) if found.subject == subject), None)
    if one is None:
        text = _("Only what the public can read is reviewed, and nothing stands there.")
        return message(request, _("There is no such page to review"), text, status=404)
    form = ReviewForm(request.POST or None, initial=spread("unit", _last_unit(one)))
    if request.method == "POST" and form.is_valid():
        return _made(request, one, form, on)
    return _screen(request, one, facts, form, on)


def _screen(request: HttpRequest, one: Reviewable, facts: Facts, form: ReviewForm, on: dt.date) -> HttpResponse:
    changes = changes_since(one, facts)
    return screen(
        request,
        "desk/review.html",
        _("Review the page: %(title)s") % {"title": one.title},
        crumbs=[(reverse("desk:pages"), _("Pages"))],
        crumb=one.title,
        status=422 if form.errors else 200,
        one=one,
        form=form,
        units=[field for field in form if field.name != "months"],
        choices=[_choice(months, on) for months in PERIODS],
        may_review=request.user.has_perm(REVIEW),
        mend=_mend(one),
        lines=[line(change) for change in changes[:SHOWN_LINES]],
        more=max(0, changes.count() - SHOWN_LINES),
        old=old_facts(one, facts, on),
        dead=dead_links(show(one.subject, facts, on).dead_links),
        older=_older(one),
        preview=_preview(one),
    )


def _choice(months: int, on: dt.date) -> Choice:
    words = ngettext("in %(n)s month", "in %(n)s months", months) % {"n": months}
    return Choice(months, words, day(months_later(on, months), spoken()))


def _mend(one: Reviewable) -> str:
    if isinstance(one.subject, PageSubject):
        return reverse("wagtailadmin_pages:edit", args=[one.subject.page_id])
    return reverse("edit_address", args=[one.path.strip("/")])


def _preview(one: Reviewable) -> str:
    if isinstance(one.subject, PageSubject):
        return reverse("read_page", args=[one.subject.page_id])
    return reverse("read_town", args=[one.subject.place_id, one.language])


def _older(one: Reviewable) -> list[Older]:
    return of_page(older_translations(), one.subject.page_id) if isinstance(one.subject, PageSubject) else []


def _last_unit(one: Reviewable) -> dict[str, str]:
    """The unit that reviewed this page last, else the one that reviewed anything last."""
    if one.review is not None:
        return dict(one.review.unit)
    latest = Review.objects.kept().exclude(unit={}).last()
    return latest.unit if latest else {}


def _made(request: HttpRequest, one: Reviewable, form: ReviewForm, on: dt.date) -> HttpResponse:
    values = gathered(form.cleaned_data)
    is_page = isinstance(one.subject, PageSubject)
    change = review(
        subject_type=Review.Subject.PAGE if is_page else Review.Subject.PLACE,
        subject_id=one.subject.page_id if isinstance(one.subject, PageSubject) else one.subject.place_id,
        subject_label=one.title,
        language="" if is_page else one.language,
        on=on,
        by=request.user,
        unit=values["unit"],
        months=values["months"],
    )
    given = {"title": one.title, "date": day(months_later(on, values["months"]), spoken())}
    tell_saved(request, _("“%(title)s” is reviewed. Next review by %(date)s.") % given, change, one.path)
    return redirect(one.href)
