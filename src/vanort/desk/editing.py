"""From a public address to its editing: `/redigera/` before any address of the site."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from wagtail.models import Page

from vanort.pages.addresses import PageSubject, TownSubject, addresses, redirects, town_path
from vanort.pages.facts import Facts, load_facts
from vanort.pages.models.public_page import PublicPage
from vanort.relations.models import Relation

from .screen import for_those_who, message


@for_those_who()
def edit_address(request: HttpRequest, address: str) -> HttpResponse:
    """Lead to the editing of what stands at a public address, or will once it is shown."""
    path = f"/{address.strip('/')}/"
    facts = load_facts("default", also_places=set(Relation.objects.kept().values_list("place", flat=True)))
    subject = addresses(facts).get(_led_on(path, facts))
    if isinstance(subject, TownSubject):
        return redirect(_ties_of(subject.place_id, facts, subject.language))
    page = Page.objects.filter(pk=subject.page_id).first() if isinstance(subject, PageSubject) else _draft_at(path)
    if page is None:
        return message(
            request,
            _("There is no such page to edit"),
            _("Nothing stands at %(address)s on the public site, and nothing is being prepared there.")
            % {"address": path},
            status=404,
            links=[(reverse("desk:ties"), _("Ties")), (reverse("desk:pages"), _("Pages"))],
        )
    if not page.permissions_for_user(request.user).can_edit():
        return message(
            request,
            _("You may read this page, not change it"),
            page.title,
            status=403,
            links=[(path, _("Read the page"))],
        )
    return redirect("wagtailadmin_pages:edit", page.pk)


def _led_on(path: str, facts: Facts) -> str:
    moved = redirects(facts)
    for _step in range(10):
        if path not in moved:
            return path
        path = moved[path]
    return path


def _ties_of(place_id: int, facts: Facts, language: str) -> str:
    found = [tie for tie in facts.ties if tie.place.id == place_id]
    if len(found) == 1:
        return reverse("desk:tie", args=[found[0].id])
    return f"{reverse('desk:ties')}?{urlencode({'q': found[0].place.name_in(language)[0]})}"


def _draft_at(path: str) -> Page | None:
    for page in Page.objects.filter(live=False).specific():
        if isinstance(page, PublicPage) and (parts := page.get_url_parts()) and parts[2] == path:
            return page
    return None


def public_address(place_id: int, language: str) -> str:
    """The address of a place's page in a language, whether public or not yet; empty where the language has no list."""
    facts = load_facts("default", also_places=[place_id])
    place = next((tie.place for tie in facts.ties if tie.place.id == place_id), None)
    try:
        return town_path(facts, place, language) if place else ""
    except KeyError:
        return ""
