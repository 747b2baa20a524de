"""Those who sign in."""

from django.contrib.auth.models import AbstractUser
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """A person who signs in to the editors' site.

    Holds a sign-in name, a display name and an e-mail address for the reset of a password: nothing that the
    work does not need. The log keeps the display name as it was, so a user may be removed.
    """

    PUBLIC: frozenset[str] = frozenset()

    class Meta(AbstractUser.Meta):  # type: ignore[name-defined]
        verbose_name = _("user")
        verbose_name_plural = _("users")

    @property
    def display_name(self) -> str:
        """The name others see in the log: the person's own, else the sign-in name."""
        return self.get_full_name() or self.username
