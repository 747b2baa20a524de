"""Changes: who, when, what, before and after; filtered, page by page, or as a spreadsheet. Read only."""

import datetime as dt
from dataclasses import dataclass

from django import forms
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from vanort.changes import verbs
from vanort.changes.models import Change
from vanort.changes.undo import last_undoable

from .log_words import Line, line
from .roles import READ_LOG
from .screen import for_those_who, screen
from .spreadsheet import spreadsheet

PER_PAGE = 40
# Excel holds a million rows; a reader does not.
MOST_ROWS = 50_000


class LogForm(forms.Form):
    """What to look for in the log."""

    by = forms.ChoiceField(label=gettext_lazy("Who"), required=False)
    subject = forms.ChoiceField(label=gettext_lazy("About"), required=False)
    verb = forms.ChoiceField(label=gettext_lazy("What happened"), required=False)
    since = forms.DateField(
        label=gettext_lazy("From"), required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )
    until = forms.DateField(
        label=gettext_lazy("To"), required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        everyone = ("", _("all"))
        names = Change.objects.order_by("by_name").values_list("by_name", flat=True).distinct()
        self.fields["by"].choices = [everyone, *((name, name) for name in names if name)]
        self.fields["subject"].choices = [everyone, *_subjects()]
        known = verbs.labels()
        used = set(Change.objects.order_by().values_list("verb", flat=True).distinct())
        self.fields["verb"].choices = [everyone, *sorted(((v, known.get(v, v)) for v in used), key=lambda p: p[1])]


def _subjects() -> list[tuple[str, str]]:
    """Every thing that has a line, by what it was called last."""
    rows = Change.objects.order_by("pk").values_list("subject_type", "subject_id", "subject_label")
    labels = {f"{kind}:{key}": label for kind, key, label in rows}
    kinds = {
        "relation": _("tie"),
        "place": _("place"),
        "page": _("page"),
        "contactcard": _("contact card"),
        "person": _("person"),
        "unit": _("unit"),
        "organisation": _("organisation"),
        "picture": _("picture"),
        "document": _("document"),
    }
    named = [
        (k, f"{label} ({kinds[k.split(':')[0]]})" if k.split(":")[0] in kinds else label) for k, label in labels.items()
    ]
    return sorted(named, key=lambda pair: pair[1].casefold())


@dataclass(frozen=True)
class Asked:
    """The form as it was filled in, and the changes that fit it."""

    form: LogForm
    changes: QuerySet[Change]


def asked(request: HttpRequest) -> Asked:
    """Read the filter from the address. What cannot be read narrows nothing, and the form says so."""
    form = LogForm(request.GET)
    form.is_valid()
    given, found = form.cleaned_data, Change.objects.select_related("reverts")
    if given.get("by"):
        found = found.filter(by_name=given["by"])
    if given.get("subject"):
        kind, _colon, key = given["subject"].partition(":")
        found = found.filter(subject_type=kind, subject_id=key)
    if given.get("verb"):
        found = found.filter(verb=given["verb"])
    if given.get("since"):
        found = found.filter(at__gte=_midnight(given["since"]))
    if given.get("until"):
        found = found.filter(at__lt=_midnight(given["until"] + dt.timedelta(days=1)))
    return Asked(form, found)


def _midnight(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time.min))


@require_safe
@for_those_who(READ_LOG)
def log(request: HttpRequest) -> HttpResponse:
    """The log, the newest first."""
    found = asked(request)
    page = Paginator(found.changes, PER_PAGE).get_page(request.GET.get("p"))
    query = request.GET.copy()
    query.pop("p", None)
    return screen(
        request,
        "desk/log.html",
        _("Changes"),
        form=found.form,
        page=page,
        lines=[line(change) for change in page],
        query=query.urlencode(),
        is_narrowed=any(found.form.cleaned_data.values()),
        has_undo=last_undoable(request.user) is not None,
    )


@require_safe
@for_those_who(READ_LOG)
def log_file(request: HttpRequest) -> HttpResponse:
    """The same as a spreadsheet: one row per field that changed."""
    heading = [_("When"), _("Who"), _("What happened"), _("About"), _("Field"), _("Before"), _("After"), _("Number")]
    changes = asked(request).changes[:MOST_ROWS].iterator(chunk_size=500)
    return spreadsheet(_("changes"), heading, (row for change in changes for row in _rows(line(change))))


def _rows(told: Line) -> list[list[object]]:
    start = [told.change.at, told.who, told.verb, told.subject]
    fields = [[d.label, d.before, d.after] for d in told.differences] or [["", "", ""]]
    return [[*start, *field, told.change.pk] for field in fields]
