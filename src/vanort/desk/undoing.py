"""*Ångra*: one's own last action taken back, after one has read what that means."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from vanort.accounts.models import User
from vanort.changes.models import Change
from vanort.changes.undo import CannotUndo, last_undoable, undo

from .log_words import line
from .published import tell_saved
from .roles import CHANGE_CONTACTS, CHANGE_HOME, CHANGE_KINDS, CHANGE_PLACES, CHANGE_REGISTER, CHANGE_WORDS
from .screen import for_those_who, message, refusal, screen

# What one must be allowed to change in order to take a change of it back.
_NEEDS = {
    "relation": CHANGE_REGISTER,
    "countclaim": CHANGE_REGISTER,
    "relationkind": CHANGE_KINDS,
    "place": CHANGE_PLACES,
    "home": CHANGE_HOME,
    "contactcard": CHANGE_CONTACTS,
    "person": CHANGE_CONTACTS,
    "unit": CHANGE_CONTACTS,
    "organisation": CHANGE_CONTACTS,
    "picture": "wagtailadmin.access_admin",
    "document": "wagtailadmin.access_admin",
    "look": "theme.change_look",
    "redirect": "wagtailredirects.change_redirect",
}


def may_undo(user: User, change: Change) -> bool:
    """Tell whether the person may still change the kind of thing that the change is about."""
    if change.subject_type == "page":
        page = Page.objects.filter(pk=change.subject_id).first()
        return page is not None and page.permissions_for_user(user).can_publish()
    needed = CHANGE_WORDS if change.verb == "words.written" else _NEEDS.get(change.subject_type)
    return user.is_superuser if needed is None else user.has_perm(needed)


@for_those_who()
def undo_last(request: HttpRequest) -> HttpResponse:
    """Say what would be taken back, and on POST take it back: that very change, or nothing."""
    change = last_undoable(request.user)
    if change is None:
        return message(request, _("Nothing to undo"), _("You have done nothing that can be taken back."))
    if not may_undo(request.user, change):
        return refusal(request)
    if request.method != "POST":
        return screen(request, "desk/undo.html", _("Undo"), line=line(change))
    if request.POST.get("change") != str(change.pk):
        messages.error(request, _("You have done something else since. Look again at what would be undone."))
        return redirect("desk:undo")
    try:
        done = undo(change, by=request.user)
    except CannotUndo as refused:
        return screen(request, "desk/undo.html", _("Undo"), line=line(change), refused=str(refused), status=409)
    tell_saved(request, _("Undone: %(what)s.") % {"what": f"{line(change).verb} – {change.subject_label}"}, done)
    back = line(change).href
    return redirect(back if back and not back.startswith(reverse("wagtailadmin_home")) else "desk:start")
