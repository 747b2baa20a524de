"""Two editors of one page never undo each other unseen.

Wagtail warns while both have the page open, and refuses to save drafts by itself over another's; but a press on
Save or Publish in a form that has grown old goes through. Here it is stopped, with everything that was typed.
"""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision

from vanort.accounts.models import User

from .screen import screen

# Sent with the second press: the version that the editor has been told about, and wants to write over.
KNOWING = "desk-knowing"


def stop_outdated(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Answer a form made from an older version than the latest with a question instead of saving it."""
    if request.method != "POST" or "application/json" in request.headers.get("Accept", ""):
        return None
    latest = page.get_latest_revision()
    if latest is None or not _is_older(request, latest) or request.POST.get(KNOWING) == str(latest.pk):
        return None
    kept = [(name, value) for name, values in request.POST.lists() for value in values]
    hidden = {
        "csrfmiddlewaretoken",
        "loaded_revision_id",
        "loaded_revision_created_at",
        "overwrite_revision_id",
        KNOWING,
    }
    return screen(
        request,
        "desk/outdated.html",
        _("Somebody else has changed the page"),
        status=409,
        page=page,
        latest=latest,
        who=_name(latest.user),
        kept=[(name, value) for name, value in kept if name not in hidden],
        knowing=KNOWING,
        now=reverse("wagtailadmin_pages:edit", args=[page.pk]),
        history=reverse("wagtailadmin_pages:history", args=[page.pk]),
    )


def _is_older(request: HttpRequest, latest: Revision) -> bool:
    """As Wagtail tells it for its own saving of drafts."""
    if own := request.POST.get("overwrite_revision_id"):
        return own != str(latest.pk)
    if loaded := request.POST.get("loaded_revision_id"):
        return (
            loaded != str(latest.pk) or request.POST.get("loaded_revision_created_at") != latest.created_at.isoformat()
        )
    return False


def _name(user: User | None) -> str:
    return user.display_name if user else _("Somebody else")
