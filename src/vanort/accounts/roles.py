"""The four roles, as groups. What each may do is granted by the room that owns the thing (`grant`)."""

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from django.utils.translation import gettext_lazy as _

COORDINATOR = "samordnare"
WEB_EDITOR = "webbredaktör"
READER = "läsare"
ADMINISTRATOR = "administratör"

LABELS = {
    COORDINATOR: _("Coordinator"),
    WEB_EDITOR: _("Web editor"),
    READER: _("Reader (auditor)"),
    ADMINISTRATOR: _("Administrator"),
}


def ensure_roles() -> dict[str, Group]:
    """Return the four groups by name, making those that are missing."""
    return {name: Group.objects.get_or_create(name=name)[0] for name in LABELS}


def grant(role: str, codenames: Iterable[str]) -> None:
    """Give a role the permissions named `app_label.codename`; a name that does not exist raises LookupError."""
    group = ensure_roles()[role]
    for name in codenames:
        app_label, codename = name.split(".")
        found = Permission.objects.filter(content_type__app_label=app_label, codename=codename).first()
        if found is None:
            raise LookupError(f"no permission named {name}")
        group.permissions.add(found)
