"""Whatever the public reads is in the language of its page."""

from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import vanort.theme
from vanort.theme.templating import TEMPLATES, environment
from vanort.theme.texts import Texts

SOURCE = Path(vanort.theme.__file__).parent.parent
METHODS = [("**.py", "python"), ("**.jinja", "jinja2.ext.babel_extract")]
KEYWORDS = {"_": None, "ngettext": (1, 2)}


@pytest.mark.parametrize("room", ["theme", "media", "pages"])
def test_every_text_of_the_room_has_its_swedish(room):
    with (SOURCE / f"locale/sv/parts/{room}.po").open("rb") as file:
        known = {message.id: message.string for message in read_po(file, locale="sv")}
    found = [row[2] for row in extract_from_dir(SOURCE / room, METHODS, keywords=KEYWORDS)]
    missing = [text for text in found if not known.get(text)]
    assert missing == []


def test_placeholders_are_the_same_in_both_languages():
    import re

    for part in ("theme", "media", "pages"):
        with (SOURCE / f"locale/sv/parts/{part}.po").open("rb") as file:
            for message in read_po(file, locale="sv"):
                ids = message.id if isinstance(message.id, tuple) else (message.id,)
                strings = message.string if isinstance(message.string, tuple) else (message.string,)
                wanted = set(re.findall(r"%\(\w+\)|\{\w+\}", " ".join(ids)))
                assert all(set(re.findall(r"%\(\w+\)|\{\w+\}", s)) <= wanted for s in strings), ids


def test_a_page_speaks_its_own_language_whatever_the_editor_reads():
    from django.utils import translation

    with translation.override("en"):
        assert Texts("sv")._("To the content") == "Till innehållet"
    with translation.override("sv"):
        assert Texts("en")._("To the content") == "To the content"


@pytest.mark.parametrize("name", [path.name for path in TEMPLATES.glob("*.jinja")])
def test_every_template_compiles(name):
    assert environment("sv").get_template(name)
