"""How the public address of a language begins."""

from django.conf import settings


def prefix_of(language: str) -> str:
    """``/`` for the first language of the site, ``/en/`` for another."""
    return "/" if language == settings.LANGUAGES[0][0] else f"/{language}/"


# Where who asks is shown a protected address; `publishing.routes` lets these through to Django.
MAIL = {"sv": "/epost/", "en": "/en/e-mail/"}


def mail_path(card_id: int, language: str) -> str:
    """The page that shows the address of a card to who asks for it."""
    return f"{MAIL[language]}{card_id}/"
