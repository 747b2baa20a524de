"""What every page has in common."""

from typing import Any

from django.conf import settings
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from vanort.pages.blocks import BodyBlock
from vanort.pages.paths import prefix_of


class PublicPage(Page):
    """A page in one language, baked to a file. Its title is the heading; everything about ties comes from records.

    A page may also stand for a level or an entry that lives in another system: then it has an outside address,
    and is never shown itself. The idea fails for pages that must answer the reader (forms): those are Django's.
    """

    # Our own fields; what Wagtail adds to every page is its own bookkeeping.
    PUBLIC = frozenset({"crumb_label", "lead", "body", "outside_url", "is_in_footer"})
    INTERNAL: frozenset[str] = frozenset()

    crumb_label = models.CharField(
        _("name in the breadcrumb"),
        max_length=80,
        blank=True,
        help_text=_("Where it differs from the heading: “Kalmars vänorter” for “Våra vänorter”."),
    )
    lead = models.TextField(
        _("lead"), blank=True, max_length=500, help_text=_("Two or three sentences under the heading.")
    )
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("content"))
    outside_url = models.URLField(
        _("outside address"),
        blank=True,
        help_text=_("If this level or entry is a page in another system. It is then linked to and not shown here."),
    )
    is_in_footer = models.BooleanField(_("in the footer"), default=False)

    content_panels = [*Page.content_panels, FieldPanel("lead"), FieldPanel("body")]
    promote_panels = [
        MultiFieldPanel(
            [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description")], _("For search engines")
        ),
        MultiFieldPanel(
            [
                FieldPanel("crumb_label"),
                FieldPanel("show_in_menus"),
                FieldPanel("is_in_footer"),
                FieldPanel("outside_url"),
            ],
            _("Place on the site"),
        ),
    ]

    class Meta:
        abstract = True

    def get_url_parts(self, request: HttpRequest | None = None) -> tuple[int, str, str] | None:
        """Site, its root address and our own path: the language's prefix and the slugs below its front page."""
        roots = self._get_relevant_site_root_paths(request)
        if not roots:
            return None
        site_id, root_path, _root_url, language = roots[0]
        return site_id, settings.VANORT_BASE_URL, prefix_of(language) + self.url_path[len(root_path) :]

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page as the publisher would bake it now."""
        from vanort.pages.preview import page_response

        return page_response(self, request)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """The page as it would be baked if this revision were published now."""
        from vanort.pages.preview import page_response

        return page_response(self, request)
