"""How the public address of a language begins."""

from django.conf import settings


def prefix_of(language: str) -> str:
    """``/`` for the first language of the site, ``/en/`` for another."""
    return "/" if language == settings.LANGUAGES[0][0] else f"/{language}/"
