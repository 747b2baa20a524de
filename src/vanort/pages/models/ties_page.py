"""The list of ties."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from vanort.pages.models.public_page import PublicPage
from vanort.places.models import Place
from vanort.relations.models import Relation


class TiesPage(PublicPage):
    """The page that lists what the register holds; every place with a public tie has its address below it.

    Its words are the editor's; the count, the sentence, the map and the cards are computed and cannot be edited.
    """

    PUBLIC = PublicPage.PUBLIC | {"towns_label"}

    towns_label = models.CharField(
        _("name of the towns together"),
        max_length=80,
        blank=True,
        help_text=_("For the title of a town’s page. Empty: the heading of this page."),
    )

    content_panels = [*PublicPage.content_panels, FieldPanel("towns_label")]
    parent_page_types = ["pages.FrontPage", "pages.SectionPage"]

    class Meta:
        verbose_name = _("list of ties")
        verbose_name_plural = _("lists of ties")

    def get_route_paths(self) -> list[str]:
        """This page and its towns: when it moves, each of them leaves a redirect."""
        places = Relation.objects.visible(timezone.localdate()).values("place")
        return ["/", *(f"/{slug}/" for slug in Place.objects.filter(pk__in=places).values_list("slug", flat=True))]
