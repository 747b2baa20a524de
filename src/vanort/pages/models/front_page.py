"""The first page of a language."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from vanort.pages.blocks import OutsideLinkBlock
from vanort.pages.models.public_page import PublicPage


class FrontPage(PublicPage):
    """Root of the site in one language, and the keeper of what surrounds it there.

    Where the municipality's main site is another system, the levels above ours and the links of its head are
    listed here. The idea fails when that system changes its menu: nobody tells us.
    """

    PUBLIC = PublicPage.PUBLIC | {"levels", "header_links"}

    levels = StreamField(
        [("level", OutsideLinkBlock())],
        blank=True,
        verbose_name=_("levels above this site"),
        help_text=_("First in every breadcrumb, from the top. This page itself is then left out of it."),
    )
    header_links = StreamField(
        [("link", OutsideLinkBlock())],
        blank=True,
        verbose_name=_("links in the header"),
        help_text=_("After the pages that are shown in menus."),
    )

    content_panels = [*PublicPage.content_panels, FieldPanel("levels"), FieldPanel("header_links")]
    parent_page_types = ["wagtailcore.Page"]

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")
