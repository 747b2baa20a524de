"""Every string of Wagtail on a screen that our roles reach is Swedish: its own catalogue, or ours over it."""

from pathlib import Path

import pytest
import wagtail
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

WAGTAIL = Path(wagtail.__file__).parent
OURS = Path(__file__).parents[2] / "src/vanort/locale/sv/parts"
# Screens that no role reaches, by where their strings stand, with the reason.
NOT_REACHED = (
    "notifications/",  # mail about workflows, which are off
    "workflows",  # off
    "views/generic/workflow.py",
    "views/generic/mixins.py",  # the rest of it is translated; what remains speaks of moderation
    "models/sites.py",  # names of database tables
    "reports/",  # hidden
    "views/snippets.py",  # there are no snippets
)
NOT_REACHED_ROOMS = {"snippets", "locales", "sites", "search"}
ROOMS = (
    "admin",
    "images",
    "documents",
    "users",
    "contrib/redirects",
    "contrib/settings",
    "contrib/simple_translation",
    ".",
)


def catalogue(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale="sv")


def is_said(message: Message | None) -> bool:
    if message is None or message.fuzzy:
        return False
    return all(message.string) if isinstance(message.string, (list, tuple)) else bool(message.string)


def key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


@pytest.mark.skipif(wagtail.VERSION[:2] != (7, 4), reason="another Wagtail says other things")
def test_what_wagtail_leaves_in_english_is_said_in_swedish_by_us():
    ours = [catalogue(path) for path in sorted(OURS.glob("*.po"))]
    left = []
    for room in ROOMS:
        folder = WAGTAIL / room / "locale"
        own = catalogue(folder / "sv/LC_MESSAGES/django.po")
        for message in catalogue(folder / "en/LC_MESSAGES/django.po"):
            if not message.id or is_said(own.get(key(message), message.context)):
                continue
            if any(is_said(part.get(message.id, message.context)) for part in ours):
                continue
            if all(any(place in where for place in NOT_REACHED) for where, _line in message.locations):
                continue
            left.append((room, message.id))
    assert left == []


def test_our_words_fill_the_same_places():
    for message in catalogue(OURS / "wagtail.po"):
        if message.id:
            wanted = key(message).count("%(")
            said = message.string if isinstance(message.string, str) else message.string[-1]
            assert isinstance(message.id, tuple) or said.count("%(") == wanted, message.id


def test_the_words_of_wagtails_scripts_are_swedish_too(client, db):
    folder = WAGTAIL / "admin/locale"
    own = catalogue(folder / "sv/LC_MESSAGES/djangojs.po")
    left = [
        m for m in catalogue(folder / "en/LC_MESSAGES/djangojs.po") if m.id and not is_said(own.get(key(m), m.context))
    ]
    script = client.get("/redigera/admin/jsi18n/").content.decode()
    assert "Sparar \\u2026" in script or "Sparar …" in script
    # Nothing to translate in a text that is only values.
    missing = [key(m) for m in left if f'"{key(m)}":'.replace("…", "\\u2026") not in script.replace("…", "\\u2026")]
    assert missing == ["%(time_zone_option)s: %(localized_time_zone_label)s"]
