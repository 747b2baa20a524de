"""The part of a text in which the words asked for stand."""

from __future__ import annotations

from dataclasses import dataclass

from .words import asked, kept, spots, stem, written

BEFORE, LONG = 60, 220  # characters


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text, marked where it is a word that was asked for."""

    text: str
    is_found: bool = False


def extract(text: str, query: str, language: str) -> tuple[Piece, ...]:
    """Return the first part of the text with a word asked for, or its beginning."""
    wanted = asked(query)
    stems = {stem(word, language) for word in wanted}
    words = spots(text)
    first = next((start for start, _end, word in words if _is_found(word, wanted, stems, language)), 0)
    begins = next((start for start, _end, _word in words if start >= first - BEFORE), 0) if first > BEFORE else 0
    ends = max((end for _start, end, _word in words if end <= begins + LONG), default=len(text))
    ends = len(text) if len(text) - ends < 3 else ends
    pieces, position = [Piece("… ")] if begins else [], begins
    for start, end, word in words:
        if begins <= start and end <= ends and _is_found(word, wanted, stems, language):
            pieces += [Piece(text[position:start]), Piece(text[start:end], True)]
            position = end
    pieces += [Piece(text[position:ends]), Piece(" …" if ends < len(text) else "")]
    return tuple(piece for piece in pieces if piece.text)


def _is_found(word: str, wanted: list[str], stems: set[str], language: str) -> bool:
    if not stems.isdisjoint(written(word, language)):
        return True
    return bool(wanted) and len(wanted[-1]) > 1 and kept(word).startswith(wanted[-1])
