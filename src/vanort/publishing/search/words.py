"""Words as the index holds them: cut, folded and stemmed here, so that every database holds and is asked the same.

A word is kept with å, ä and ö, which are letters of their own, while other marks are dropped: Gdańsk is gdansk.
What is written also holds the form without any marks, so that somebody without our keyboard finds Malmö by malmo;
who asks with å, ä or ö means them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from threading import Lock
from unicodedata import combining, normalize

import snowballstemmer

_WORD = re.compile(r"[^\W_]+")
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
_OURS = frozenset("åäö")
_STEMMERS = {"sv": snowballstemmer.stemmer("swedish"), "en": snowballstemmer.stemmer("english")}
_LOCK = Lock()  # a stemmer keeps the word it is at
LONGEST = 60  # letters of a word that count
MOST = 8  # words of a question that count

Spot = tuple[int, int, str]


def spots(text: str) -> list[Spot]:
    """Return each word of a text (composed letters) as it stands, with where it begins and ends."""
    return [(found.start(), found.end(), found[0]) for found in _WORD.finditer(text)]


@lru_cache(maxsize=65_536)
def kept(word: str) -> str:
    """Return a word in small letters, with no marks but those of å, ä and ö."""
    return _folded(word, _OURS)


@lru_cache(maxsize=65_536)
def stem(word: str, language: str) -> str:
    """Return the stem of a folded word; the word itself in a language without a stemmer."""
    stemmer = _STEMMERS.get(language)
    if stemmer is None or not word.isalpha():
        return word
    with _LOCK:
        return str(stemmer.stemWord(word))


@lru_cache(maxsize=65_536)
def written(word: str, language: str) -> tuple[str, ...]:
    """Return all forms under which a word is found."""
    ours, plain = kept(word), _folded(word, frozenset())
    return tuple(dict.fromkeys((ours, stem(ours, language), plain, stem(plain, language))))


def all_written(text: str, language: str) -> list[str]:
    """Return the forms of every word of a text, each once."""
    found: dict[str, None] = {}
    for _start, _end, word in spots(normalize("NFC", text)):
        found.update(dict.fromkeys(written(word, language)))
    return list(found)


def asked(query: str) -> list[str]:
    """Return the words that are asked for, folded but not stemmed."""
    return [kept(word) for _start, _end, word in spots(normalize("NFC", query))][:MOST]


def _folded(word: str, keep: frozenset[str]) -> str:
    small = normalize("NFC", word.casefold()).translate(_LETTERS)
    letters = (
        letter if letter in keep else "".join(part for part in normalize("NFD", letter) if not combining(part))
        for letter in small
    )
    return "".join(letters)[:LONGEST]
