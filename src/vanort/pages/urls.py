"""Addresses of the previews, below the editors' prefix; for people who may enter the editors' site."""

from django.http import HttpRequest, HttpResponse
from django.urls import path
from wagtail.admin.auth import require_admin_access

from vanort.pages.addresses import PageSubject, TownSubject
from vanort.pages.preview import file_response, read_response, town_response


@require_admin_access
def preview_town(request: HttpRequest, place_id: int, language: str) -> HttpResponse:
    """A town's page with its hidden ties shown."""
    return town_response(place_id, language)


@require_admin_access
def read_page(request: HttpRequest, page_id: int) -> HttpResponse:
    """A page as readers see it."""
    return read_response(PageSubject(page_id))


@require_admin_access
def read_town(request: HttpRequest, place_id: int, language: str) -> HttpResponse:
    """A town's page as readers see it."""
    return read_response(TownSubject(place_id, language))


@require_admin_access
def preview_file(request: HttpRequest, name: str) -> HttpResponse:
    """A file that a preview refers to."""
    return file_response(name)


urlpatterns = [
    path("forhandsvisning/ort/<int:place_id>/<slug:language>/", preview_town, name="preview_town"),
    path("las/sida/<int:page_id>/", read_page, name="read_page"),
    path("las/ort/<int:place_id>/<slug:language>/", read_town, name="read_town"),
    path("forhandsvisning/-/<str:name>", preview_file, name="preview_file"),
]
