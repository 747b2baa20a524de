from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _


class DeskConfig(AppConfig):
    name = "vanort.desk"
    label = "desk"
    verbose_name = _("Desk")

    def ready(self) -> None:
        from .widgets import without_inline_scripts

        without_inline_scripts()
        # Where Wagtail looks for the screens about users.
        apps.get_app_config("wagtailusers").user_viewset = "vanort.desk.users.UserViewSet"  # type: ignore[attr-defined]
