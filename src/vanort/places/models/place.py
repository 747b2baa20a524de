from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class Place(models.Model):
    """A place that somebody can have a tie with: mostly a municipality, sometimes a county, a district, a country.

    Names and facts hang on it as statements of their own. Where the idea fails: a town and the municipality
    around it are often one partner under one name; which of the two a figure covers is said on the figure.
    """

    class Kind(models.TextChoices):
        MUNICIPALITY = "municipality", _("municipality")
        CITY = "city", _("city")
        REGION = "region", _("county or region")
        DISTRICT = "district", _("district")
        COUNTRY = "country", _("country")
        OTHER = "other", _("other")

    slug = models.SlugField(_("address"), max_length=80, unique=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.MUNICIPALITY)
    # ISO 3166-1 alpha-2, and XK for Kosovo as the EU and CLDR write it.
    country = models.CharField(_("country"), max_length=2)
    latitude = models.DecimalField(
        _("latitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )
    # BCP 47, for a screen reader's voice: the language of the name without a language of its own.
    local_language = models.CharField(_("language spoken there"), max_length=12, blank=True)
    wikidata_id = models.CharField("Wikidata", max_length=16, blank=True)
    geonames_id = models.PositiveIntegerField("GeoNames", null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    PUBLIC = frozenset("id slug kind country latitude longitude local_language wikidata_id geonames_id".split())
    INTERNAL = frozenset({"version"})

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(
                name="place_point_whole_and_on_earth",
                condition=models.Q(latitude__isnull=True, longitude__isnull=True)
                # Said outright: a comparison with an empty column is unknown, and a check lets that pass.
                | models.Q(latitude__isnull=False, longitude__isnull=False)
                & models.Q(latitude__gte=-90, latitude__lte=90, longitude__gte=-180, longitude__lte=180),
                violation_error_message=_("Give both latitude and longitude, or neither."),
            )
        ]

    def __str__(self) -> str:
        return self.name_in("sv") if self.pk else self.slug

    def name_in(self, language: str) -> str:
        """Return the name used in `language`, else the place's own; the address where no name is recorded."""
        names = {(n.language, n.role): n.name for n in self.names.all()}
        return names.get((language, "exonym")) or names.get(("", "official")) or self.slug


class PlaceSlug(models.Model):
    """An address a place once had: it leads on to the present one."""

    place = models.ForeignKey(Place, models.CASCADE, related_name="former_slugs", verbose_name=_("place"))
    slug = models.SlugField(_("former address"), max_length=80, unique=True)

    PUBLIC = frozenset({"id", "place", "slug"})
    INTERNAL: frozenset[str] = frozenset()
    UNDO_REMOVES = True

    class Meta:
        verbose_name = _("former address")
        verbose_name_plural = _("former addresses")

    def __str__(self) -> str:
        return self.slug
