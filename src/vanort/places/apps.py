from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlacesConfig(AppConfig):
    name = "vanort.places"
    label = "places"
    verbose_name = _("Places")

    def ready(self) -> None:
        from vanort.changes.verbs import register

        register(
            {
                "place.created": _("added the place"),
                "place.edited": _("changed the place"),
                "home.edited": _("changed the municipality’s own details"),
            }
        )
