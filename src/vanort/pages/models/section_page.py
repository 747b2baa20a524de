"""A plain page."""

from django.utils.translation import gettext_lazy as _

from vanort.pages.models.public_page import PublicPage


class SectionPage(PublicPage):
    """A page of words, or a level with pages below it."""

    parent_page_types = ["pages.FrontPage", "pages.SectionPage", "pages.TiesPage"]

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
