"""Addresses that reach Django: sign-in and the editors' site behind one prefix, and what answers a reader."""

from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

from vanort.desk.script_words import script_words
from vanort.desk.start import to_start
from vanort.pages.mail import mail
from vanort.pages.paths import MAIL
from vanort.pages.search_address import SEARCH
from vanort.publishing.search.view import search

urlpatterns = [
    *(path(address[1:], search, {"language": language}) for language, address in SEARCH.items()),
    path("redigera/admin/", to_start),
    path("redigera/admin/jsi18n/", script_words),
    path("redigera/admin/", include(wagtailadmin_urls)),
    path("redigera/", include("vanort.desk.urls")),
    *(path(f"{prefix[1:]}<int:card_id>/", mail, {"language": code}) for code, prefix in MAIL.items()),
    # Never reached through the front, which serves files; Wagtail needs it to name a page's address.
    path("", include(wagtail_urls)),
]
