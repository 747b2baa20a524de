"""Who answers for a page."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from vanort.contacts.models import ContactCard


class PageContact(models.Model):
    """A card on a page, in all its languages, and on the pages below until one of them names its own.

    The idea fails for a page that should have nobody below one that has somebody: it names the contact centre.
    """

    UNDO_REMOVES = True

    page = models.ForeignKey("wagtailcore.Page", models.CASCADE, related_name="+", verbose_name=_("page"))
    card = models.ForeignKey(ContactCard, models.PROTECT, related_name="+", verbose_name=_("contact card"))
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    PUBLIC = frozenset({"id", "page", "card", "position"})
    INTERNAL: frozenset[str] = frozenset()

    class Meta:
        verbose_name = _("contact of a page")
        verbose_name_plural = _("contacts of pages")
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["page", "card"], name="card_once_per_page")]

    def __str__(self) -> str:
        return f"{self.page} {self.position + 1}"


def contacts_of(page: Page) -> list[PageContact]:
    """Who the page names itself, in whichever of its languages it was done."""
    twins = Page.objects.filter(translation_key=page.translation_key)
    return list(PageContact.objects.filter(page__in=twins).order_by("position", "pk"))
