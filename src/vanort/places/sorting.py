"""The order of names, per language, made in Python so that SQLite and PostgreSQL agree to the letter.

Swedish: å, ä, ö are letters of their own after z; æ and ø stand with ä and ö; other marks are ignored.
English: all marks are ignored.
"""

import unicodedata

_OWN_LETTERS = {"sv": {"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "ü": "y", "đ": "d", "ð": "d", "þ": "th"}}
_PLAIN = {"æ": "ae", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ß": "ss", "œ": "oe", "ı": "i"}


def sort_key(text: str, language: str) -> str:
    """Return a key by whose code points names sort: Ale, Zink, Åre, Ärla, Örebro in Swedish."""
    own = _OWN_LETTERS.get(language, {})
    key = []
    for letter in unicodedata.normalize("NFC", text).casefold():
        if letter in own:
            key.append(own[letter])
        else:
            plain = unicodedata.normalize("NFD", _PLAIN.get(letter, letter))
            key.append("".join(c for c in plain if c.isalnum() or c == " "))
    return " ".join("".join(key).split()) + "\t" + text
