from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DemoTownConfig(AppConfig):
    name = "vanort.demo_town"
    label = "demo_town"
    verbose_name = _("Demonstration town")
