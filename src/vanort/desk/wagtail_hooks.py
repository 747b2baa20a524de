"""What Wagtail's own screens get from the desk: the menu, the styles, and a check against overwriting each other."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.contrib.settings.registry import SettingMenuItem
from wagtail.models import Page

from vanort.accounts.models import User
from vanort.changes.models import Change

from .files import versioned
from .page_guard import stop_outdated
from .published import tell_saved
from .roles import CHANGE_HOME, CHANGE_KINDS, CHANGE_PLACES, READ_CONTACTS, READ_LOG, READ_REGISTER, REVIEW
from .translations import of_page, older_translations


class ForThoseWho(MenuItem):
    """A menu item that is shown to people with a permission."""

    def __init__(self, label: Any, view: str, permission: str, icon: str, order: int) -> None:
        super().__init__(label, reverse(f"desk:{view}"), name=view, icon_name=icon, order=order)
        self.permission = permission

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(self.permission)


class Pages(ForThoseWho):
    """The list of pages to read, for those who have no tree to work in."""

    def is_shown(self, request: HttpRequest) -> bool:
        return not request.user.has_perm("simple_translation.submit_translation")


_ENTER = "wagtailadmin.access_admin"
# What we have screens for now; everything else that Wagtail would offer is left out.
_MAIN = ["start", "ties", "explorer", "pages", "images", "documents", "cards", "to_do", "log", "settings"]
_SETTINGS = ["home", "places", "kinds", "users", "redirects"]


@hooks.register("register_admin_menu_item")
def start_item() -> MenuItem:
    return ForThoseWho(_("Start"), "start", _ENTER, "home", 10)


@hooks.register("register_admin_menu_item")
def ties_item() -> MenuItem:
    return ForThoseWho(_("Ties"), "ties", READ_REGISTER, "link", 20)


@hooks.register("register_admin_menu_item")
def pages_item() -> MenuItem:
    return Pages(_("Pages"), "pages", _ENTER, "folder-open-inverse", 30)


@hooks.register("register_admin_menu_item")
def cards_item() -> MenuItem:
    return ForThoseWho(_("Contact cards"), "cards", READ_CONTACTS, "user", 700)


@hooks.register("register_admin_menu_item")
def to_do_item() -> MenuItem:
    return ForThoseWho(_("To do"), "to_do", READ_REGISTER, "list-ul", 800)


@hooks.register("register_admin_menu_item")
def log_item() -> MenuItem:
    return ForThoseWho(_("Changes"), "log", READ_LOG, "history", 900)


@hooks.register("register_settings_menu_item")
def home_item() -> MenuItem:
    return ForThoseWho(_("Our municipality"), "home", CHANGE_HOME, "home", 10)


@hooks.register("register_settings_menu_item")
def places_item() -> MenuItem:
    return ForThoseWho(_("Places"), "places", CHANGE_PLACES, "globe", 20)


@hooks.register("register_settings_menu_item")
def kinds_item() -> MenuItem:
    return ForThoseWho(_("Kinds of cooperation"), "kinds", CHANGE_KINDS, "tag", 30)


@hooks.register("construct_main_menu")
def only_ours(request: HttpRequest, items: list[MenuItem]) -> None:
    """Keep the entries we have, in our order."""
    items[:] = sorted((i for i in items if i.name in _MAIN), key=lambda i: _MAIN.index(i.name))
    for at, item in enumerate(items):
        item.order = at
    if not request.user.has_perm(CHANGE_HOME):
        items[:] = [item for item in items if item.name != "settings"]


@hooks.register("construct_settings_menu")
def only_our_settings(request: HttpRequest, items: list[MenuItem]) -> None:
    """Keep the settings that an administrator needs; whoever runs the installation sees all of Wagtail's."""
    if not request.user.is_superuser:
        # The look's entry is named after its translated label.
        items[:] = [item for item in items if item.name in _SETTINGS or isinstance(item, SettingMenuItem)]


@hooks.register("insert_global_admin_css")
def styles() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', versioned("desk/desk.css"))


@hooks.register("insert_global_admin_js")
def scripts() -> SafeString:
    return format_html('<script src="{}" defer></script>', versioned("desk/desk.js"))


@hooks.register("register_page_header_buttons")
@hooks.register("register_page_listing_more_buttons")
def review_button(page: Page, user: User, next_url: str | None = None, **_given: Any) -> Iterator[Button]:
    """Lead from a public page in Wagtail's own screens to its review."""
    if page.live and page.depth > 1 and user.has_perm(REVIEW):
        yield Button(_("Review the page"), reverse("desk:review_page", args=[page.pk]), icon_name="check", priority=45)


@hooks.register("before_edit_page")
def never_overwrite_unseen(request: HttpRequest, page: Page) -> HttpResponse | None:
    return stop_outdated(request, page)


@hooks.register("after_publish_page")
@hooks.register("after_unpublish_page")
def tell_publication(request: HttpRequest, page: Page) -> None:
    """Say how the publication of a page goes, as for a record."""
    change = Change.objects.filter(subject_type="page", subject_id=str(page.pk)).first()
    if change is not None and "application/json" not in request.headers.get("Accept", ""):
        tell_saved(request, page.title, change)
    for one in of_page(older_translations(), page.pk):
        link = reverse("desk:review_page", args=[one.translation.page.pk])
        messages.warning(request, format_html('{} <a href="{}">{}</a>', one.told, link, _("Look and mend")))
