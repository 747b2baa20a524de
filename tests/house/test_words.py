"""Every text that somebody sees can be read in Swedish."""

import re
import sys

import pytest
from babel.messages.pofile import read_po

from . import rules

sys.path.append(str(rules.ROOT / "tools"))
import translations

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w+\}")


def sentences(message):
    return message.id if isinstance(message.id, tuple) else (message.id,)


def forms(message):
    return message.string if isinstance(message.string, tuple) else (message.string,)


def parts():
    return sorted(translations.CATALOGUE.glob("*/parts/*.po"))


def test_every_text_has_its_swedish():
    assert not [f"{text.place}: {text.singular}" for text in translations.missing("sv")]


def test_a_text_without_swedish_is_found(tmp_path, monkeypatch):
    (tmp_path / "new.py").write_text(
        '_("No Swedish has ever been written for this")\nngettext("%d tie of old", "%d ties of old", n)\n'
    )
    found = list(translations.extracted(tmp_path))
    assert [text.plural for text in found] == [None, "%d ties of old"]
    monkeypatch.setattr(translations, "extracted", lambda: found)
    assert translations.missing("sv") == found


def test_two_parts_that_disagree_stop_the_build(tmp_path):
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    for name, word in (("a.po", "läge"), ("b.po", "status")):
        (tmp_path / name).write_text(f'{head}msgid "status"\nmsgstr "{word}"\n')
    with pytest.raises(translations.Conflict, match=r"a\.po"):
        translations.merged([tmp_path / "a.po", tmp_path / "b.po"], "sv")


@pytest.mark.parametrize("part", parts(), ids=lambda path: path.name)
def test_a_translation_fills_in_what_the_text_fills_in(part):
    with part.open("rb") as file:
        catalogue = read_po(file, locale=part.parent.parent.name)
    for message in catalogue:
        if message.id:
            allowed = set(PLACEHOLDER.findall(sentences(message)[-1]))
            needed = allowed if len(forms(message)) == 1 else set()
            for form in forms(message):
                used = set(PLACEHOLDER.findall(form))
                assert needed <= used <= allowed, message.id
        assert not message.fuzzy or not message.id, message.id
