from django.db import models
from django.utils.translation import gettext_lazy as _

from ..words import WordsField
from .place import Place


class Home(models.Model):
    """The own municipality: where the map is drawn from and how the municipality itself is reached.

    One row. What stands here is the organisation's own, public and open; persons are elsewhere.
    """

    place = models.OneToOneField(Place, models.PROTECT, related_name="+", verbose_name=_("place"))
    # {"sv": "Kalmar kommun", "en": "Municipality of Kalmar"}
    organisation = WordsField(_("name of the organisation"))
    visiting_street = models.CharField(_("visiting address"), max_length=120, blank=True)
    postal_box = models.CharField(_("postal address"), max_length=120, blank=True)
    postcode = models.CharField(_("postcode"), max_length=12, blank=True)
    post_town = models.CharField(_("post town"), max_length=60, blank=True)
    phone = models.CharField(_("contact centre"), max_length=30, blank=True)
    fax = models.CharField(_("fax"), max_length=30, blank=True)
    mailbox = models.EmailField(_("open mailbox"), blank=True)
    website = models.URLField(_("main website"), blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    PUBLIC = frozenset(
        "id place organisation visiting_street postal_box postcode post_town phone fax mailbox website".split()
    )
    INTERNAL = frozenset({"version"})

    class Meta:
        verbose_name = _("own municipality")
        verbose_name_plural = _("own municipality")

    def __str__(self) -> str:
        return self.organisation.get("sv") or next(iter(self.organisation.values()), "")
