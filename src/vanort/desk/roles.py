"""What each role may do. The groups come from `accounts`; their rights name things of all rooms, so they stand here."""

from collections.abc import Iterable

from django.contrib.auth.models import Permission
from django.db import transaction
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from vanort.accounts.roles import ADMINISTRATOR, COORDINATOR, READER, WEB_EDITOR, ensure_roles, grant

READ_REGISTER = "relations.view_relation"
CHANGE_REGISTER = "relations.change_relation"
READ_LOG = "changes.view_change"
CHANGE_PLACES = "places.change_place"
CHANGE_HOME = "places.change_home"
READ_CONTACTS = "contacts.view_contactcard"
CHANGE_CONTACTS = "contacts.change_contactcard"
CHANGE_KINDS = "relations.change_relationkind"
CHANGE_WORDS = "pages.change_placewords"
REVIEW = "followup.add_review"

_READ = [
    "wagtailadmin.access_admin",
    READ_REGISTER,
    READ_LOG,
    "places.view_place",
    "places.view_home",
    "relations.view_relationkind",
    "followup.view_review",
    READ_CONTACTS,
]
_PAGES = [
    "simple_translation.submit_translation",
    CHANGE_WORDS,
    REVIEW,
    "contacts.add_contactcard",
    CHANGE_CONTACTS,
]
_REGISTER = ["relations.add_relation", CHANGE_REGISTER, "places.add_place", CHANGE_PLACES]
_SETTINGS = [
    CHANGE_HOME,
    "relations.add_relationkind",
    CHANGE_KINDS,
    "theme.change_look",
    "wagtailredirects.add_redirect",
    "wagtailredirects.change_redirect",
    "wagtailredirects.delete_redirect",
    "accounts.add_user",
    "accounts.change_user",
    "accounts.delete_user",
]

GRANTED = {
    READER: _READ,
    WEB_EDITOR: [*_READ, *_PAGES],
    COORDINATOR: [*_READ, *_PAGES, *_REGISTER],
    ADMINISTRATOR: [*_READ, *_PAGES, *_REGISTER, *_SETTINGS],
}
_WRITERS = (WEB_EDITOR, COORDINATOR, ADMINISTRATOR)
_ON_PAGES = ["add_page", "change_page", "publish_page"]
# Wagtail asks for the rights on its own picture and document models, whichever stand in their place.
_ON_FILES = {"wagtailimages": "image", "wagtaildocs": "document"}


@transaction.atomic
def grant_roles() -> None:
    """Give the four groups what they may do; may be called again, and does nothing then.

    Rights on pages are given at the root of the tree, so that it does not matter whether there are pages yet.
    """
    for role, codenames in GRANTED.items():
        grant(role, codenames)
    groups, root = ensure_roles(), Page.get_first_root_node()
    files = Collection.get_first_root_node()
    for role in _WRITERS:
        for permission in _permissions("wagtailcore", _ON_PAGES):
            GroupPagePermission.objects.get_or_create(group=groups[role], page=root, permission=permission)
        for app_label, noun in _ON_FILES.items():
            for permission in _permissions(app_label, [f"{act}_{noun}" for act in ("add", "change", "choose")]):
                GroupCollectionPermission.objects.get_or_create(
                    group=groups[role], collection=files, permission=permission
                )


def _permissions(app_label: str, codenames: Iterable[str]) -> Iterable[Permission]:
    return Permission.objects.filter(content_type__app_label=app_label, codename__in=list(codenames))
