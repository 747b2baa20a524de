"""Start: the first screen after signing in."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vanort.changes.models import Change
from vanort.changes.undo import last_undoable
from vanort.pages.facts import load_facts
from vanort.pages.facts.register import claims
from vanort.publishing.hold import hold
from vanort.publishing.models import Publication
from vanort.publishing.progress import is_alive, last_failure, reason

from .card_findings import card_findings
from .findings import Finding, findings
from .register import Register, read_register
from .reviewables import late_reviews, never_reviewed, reviewables
from .roles import CHANGE_REGISTER
from .screen import for_those_who, screen
from .statements import old_or_missing_statements
from .translations import older_findings, older_translations
from .twins import missing_twins

SHOWN = 7


@require_safe
@for_those_who()
def start(request: HttpRequest) -> HttpResponse:
    """What needs doing, the ties, and what was published last."""
    register = read_register(timezone.localdate())
    found = _all(register)
    return screen(
        request,
        "desk/start.html",
        _("Start"),
        register=register,
        findings=_for(request, found[:SHOWN]),
        count=len(found),
        may_change=request.user.has_perm(CHANGE_REGISTER),
        has_undo=last_undoable(request.user) is not None,
        last=last_published(),
        trouble=trouble(),
        is_held=hold(settings.VANORT_DATA) is not None,
    )


@require_safe
@for_those_who()
def to_do(request: HttpRequest) -> HttpResponse:
    """Everything that needs doing."""
    found = _all(read_register(timezone.localdate()))
    return screen(request, "desk/to_do.html", _("This needs doing"), findings=_for(request, found), count=len(found))


def to_start(request: HttpRequest) -> HttpResponse:
    """Wagtail's own first screen is ours."""
    return HttpResponseRedirect(reverse("desk:start"))


def _all(register: Register) -> list[Finding]:
    read = reviewables(load_facts("default"), register.on)
    own = [*findings(register, claims("default")), *card_findings(register.on)]
    # First what readers are told is late.
    older = older_findings(older_translations())
    statements = old_or_missing_statements(register.on)
    return [*late_reviews(read), *own, *older, *missing_twins(), *statements, *never_reviewed(read)]


def _for(request: HttpRequest, found: list[Finding]) -> list[tuple[Finding, bool]]:
    return [(one, request.user.has_perm(one.needs)) for one in found]


def last_published() -> tuple[Publication, Change | None] | None:
    """The latest successful publication that changed something, and the latest change that it brought."""
    row = Publication.objects.filter(outcome=Publication.Outcome.RELEASED).order_by("-pk").first()
    return (row, Change.objects.filter(pk__lte=row.up_to_change).order_by("-pk").first()) if row else None


def trouble() -> str:
    """What stands between the editors and the public right now, in words; empty when nothing does."""
    if hold(settings.VANORT_DATA) is not None:
        return _("Publication is held: an earlier release is shown, and nothing that is saved reaches the public.")
    if failed := last_failure():
        return _("The latest publication failed, and the former version is still shown. %(reason)s") % {
            "reason": reason(failed)
        }
    return (
        ""
        if is_alive()
        else _("The publisher is not running: what is saved is kept, and published when it runs again.")
    )
