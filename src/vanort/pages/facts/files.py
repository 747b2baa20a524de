"""The part of the read that concerns files: pictures, documents, the look."""

from collections import defaultdict
from functools import cache
from importlib.resources import files
from mimetypes import guess_type
from pathlib import Path

from vanort.media.models import Document, Picture, PictureRendition
from vanort.media.renditions import WIDTHS, spec
from vanort.pages.facts.shapes import Asset, DocumentFacts, LogoFacts, LookFacts, PictureFacts, Size
from vanort.theme.emblem import icon_asset, logo_asset
from vanort.theme.models import Look
from vanort.theme.script import search_script
from vanort.theme.stylesheet import stylesheet


def pictures(using: str) -> tuple[dict[int, PictureFacts], list[Asset]]:
    """Pictures nobody has objected to, and their sizes as assets."""
    sizes: defaultdict[int, dict[int, Size]] = defaultdict(dict)
    assets = []
    wanted = PictureRendition.objects.using(using).filter(filter_spec__in=map(spec, WIDTHS))
    for row in wanted.exclude(fingerprint="").exclude(image__consent=Picture.Consent.WITHDRAWN).order_by("width"):
        path = f"/-/bild.{row.fingerprint}.webp"
        sizes[row.image_id][row.width] = Size(path, row.width, row.height)
        assets.append(Asset(path, "image/webp", Path(row.file.path)))
    shown = Picture.objects.using(using).filter(pk__in=sizes)
    return {row.pk: _picture(row, tuple(sizes[row.pk].values())) for row in shown}, assets


def documents(using: str) -> tuple[dict[int, DocumentFacts], list[Asset]]:
    """Every document and its file; what is published is what a page links to."""
    found, assets = {}, []
    for row in Document.objects.using(using):
        extension = row.file_extension.lower()
        path = f"/-/{Path(row.filename).stem}.{row.fingerprint}.{extension}"
        found[row.pk] = DocumentFacts(
            row.pk, path, row.public_title or row.title, row.language, extension, row.file_size or row.file.size
        )
        assets.append(Asset(path, guess_type(path)[0] or "application/octet-stream", Path(row.file.path)))
    return found, assets


def look(using: str) -> tuple[LookFacts, list[Asset]]:
    """Style sheet, icon and logo from the one row of ``Look``, or from its defaults."""
    row = Look.objects.using(using).first() or Look()
    sheet = stylesheet(row.palette, map_css())
    icon = icon_asset(row.palette)
    script = search_script()
    assets = [
        Asset(sheet.path, "text/css; charset=utf-8", sheet.body),
        Asset(script.path, "text/javascript; charset=utf-8", script.body),
        Asset(icon.path, "image/svg+xml", icon.body),
    ]
    logo = None
    if row.logo:
        with row.logo.open("rb") as file:
            made = logo_asset(file.read())
        assets.append(Asset(made.path, made.content_type, made.body))
        logo = LogoFacts(made.path, row.logo_alt, made.width, made.height)
    return LookFacts(sheet.path, icon.path, logo, script.path), assets


@cache
def map_css() -> str:
    """The map's own rules, which the one style sheet takes in."""
    return files("vanort.atlas").joinpath("map.css").read_text()


def _picture(row: Picture, sizes: tuple[Size, ...]) -> PictureFacts:
    alt = {"sv": row.alt_text, "en": row.alt_text_en or row.alt_text}
    return PictureFacts(row.pk, alt, row.is_decorative, row.photographer, sizes)
