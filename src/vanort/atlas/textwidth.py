"""How wide a text is, without asking any font.

The server does not know the reader's font. The widths are those of DejaVu Sans Bold, the widest of the
system fonts in use, so that a label never needs more room than it was given.
"""

from unicodedata import category, east_asian_width, normalize

_BY_WIDTH = {
    0.35: " ijlıI|'",
    0.38: "J/\\,.’:;-!()[]",
    0.50: 'tfr"*_`°–г',
    0.60: "?zsxcсэзт",
    0.70: "vykaoeEFTL0123456789о",
    0.73: "hnubdgpqSYCPZß",
    0.85: "BAKRVXUGDHNOQ+<=>#",
    1.10: "wmMW%@&æÆœŒшщШЩЮЖФфжюыЫ",
}
_WIDTHS = {letter: width for width, letters in _BY_WIDTH.items() for letter in letters}
_OTHERWISE = 0.85
_FULL = 1.05  # Chinese, Japanese, Korean


def text_width(text, size):
    """Width in units of a text in bold letters of a size; never less than what a common font needs."""
    return size * sum(_letter_width(letter) for letter in normalize("NFD", text))


def _letter_width(letter):
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    if category(letter) in ("Mn", "Me", "Cf"):
        return 0.0
    if letter == "\u202f" or category(letter) == "Zs":
        return 0.35
    return _FULL if east_asian_width(letter) in "WF" else _OTHERWISE


def broken(text, size, limit):
    """The text as one line, or as two of about equal width when one is too wide and there is a blank to break at."""
    if text_width(text, size) <= limit or " " not in text:
        return (text,)
    words = text.split(" ")
    halves = [(" ".join(words[:i]), " ".join(words[i:])) for i in range(1, len(words))]
    return min(halves, key=lambda half: max(text_width(line, size) for line in half))
