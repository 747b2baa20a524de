"""The index: what a search asks and the publisher writes, on either database.

Two tables and one way of asking. Names lie word by word in an ordinary sorted table, so that the first letters of a
name are answered from its beginning on, however many names go on like that. All words lie in the full text index
of the database. Names come first, then texts.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction

from .documents import Document
from .extract import Piece, extract
from .words import all_written, asked, stem

# A prefix shorter than this is looked for among names only: in texts it is everywhere.
SHORTEST_IN_TEXT = 3
_AT_ONCE = 5000  # rows sent together
_ADD_NAME = "INSERT INTO publishing_search_name (language, word, document) VALUES (%s, %s, %s)"
_COLUMNS = "d.id, d.address, d.title, d.kind, d.text"


@dataclass(frozen=True, slots=True)
class Hit:
    """One page found; `kind` is town or page."""

    address: str
    title: str
    kind: str
    text: str
    query: str
    language: str

    @property
    def extract(self) -> tuple[Piece, ...]:
        """The part of its text that shows why it was found."""
        return extract(self.text, self.query, self.language)


class Index(ABC):
    """What can be found now. Changes are seen when their transaction is committed."""

    def search(self, query: str, language: str, limit: int = 20, *, prefix: bool = True) -> list[Hit]:
        """Return pages in that language that have every word, best first; `prefix`: the last may go on."""
        words = asked(query)
        if not words:
            return []
        rows = self._by_name(words[0], language, limit, prefix=prefix) if len(words) == 1 else []
        # Whole words first: they are better, and cheaper than all words that begin so.
        for may_go_on in (False, True) if prefix else (False,):
            if len(rows) < limit and (len(words) > 1 or not prefix or len(words[0]) >= SHORTEST_IN_TEXT):
                known = {row[0] for row in rows}
                more = self._by_text(self._question(words, language, may_go_on), language, limit + len(known))
                rows += [row for row in more if row[0] not in known]
        return [
            Hit(address, title, kind, text, query, language) for _number, address, title, kind, text in rows[:limit]
        ]

    def held(self) -> dict[str, str]:
        """Return the edition of each document by its address."""
        return dict(_rows("SELECT address, edition FROM publishing_search", []))

    def replace(self, documents: Iterable[Document], gone: Iterable[str] = ()) -> None:
        """Hold these documents instead of what was held at their addresses, and nothing at those that are gone."""
        held = self.held()
        with transaction.atomic(), connection.cursor() as cursor:
            for address in gone:
                self._forget(cursor, address)
            names: list[tuple[str, str, int]] = []
            for document in documents:
                if document.address in held:
                    self._forget(cursor, document.address)
                names += self._hold(cursor, document)
                if len(names) > _AT_ONCE:
                    cursor.executemany(_ADD_NAME, names)
                    names = []
            cursor.executemany(_ADD_NAME, names)

    def _hold(self, cursor: Any, document: Document) -> list[tuple[str, str, int]]:
        named = all_written(" ".join((document.title, *document.names)), document.language)
        words = dict.fromkeys((*named, *all_written(document.text, document.language)))
        number = self._add(cursor, document, list(words))
        return [(document.language, name, number) for name in named]

    def _by_name(self, word: str, language: str, limit: int, *, prefix: bool) -> list[tuple[Any, ...]]:
        # A page has few names, and each several forms: some rows more than pages wanted.
        until = word + ("\U0010ffff" if prefix else "")
        found = _rows(
            "SELECT document FROM publishing_search_name WHERE language = %s AND word >= %s AND word <= %s"
            " ORDER BY word, document LIMIT %s",
            [language, word, until, limit * 4],
        )
        numbers = list(dict.fromkeys(row[0] for row in found))[:limit]
        if not numbers:
            return []
        marks = ", ".join(["%s"] * len(numbers))
        sql = f"SELECT {_COLUMNS} FROM publishing_search d WHERE d.id IN ({marks})"  # noqa: S608  only marks
        by_number = {row[0]: row for row in _rows(sql, numbers)}
        return [by_number[number] for number in numbers if number in by_number]

    def _question(self, words: Sequence[str], language: str, prefix: bool) -> str:
        *others, last = words
        # What is written holds the stem of every word too, so asking for the stem finds all its forms.
        asked_for = [self._word(stem(word, language)) for word in others]
        asked_for.append(self._begins(last, stem(last, language)) if prefix else self._word(stem(last, language)))
        return self.AND.join(asked_for)

    AND = " AND "

    @abstractmethod
    def _word(self, word: str) -> str: ...

    @abstractmethod
    def _begins(self, word: str, stemmed: str) -> str: ...

    @abstractmethod
    def _by_text(self, question: str, language: str, limit: int) -> list[tuple[Any, ...]]: ...

    @abstractmethod
    def _forget(self, cursor: Any, address: str) -> None: ...

    @abstractmethod
    def _add(self, cursor: Any, document: Document, words: Sequence[str]) -> int: ...


def _rows(sql: str, values: Sequence[str | int]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())


def _values(document: Document) -> tuple[str, ...]:
    return (document.address, document.language, document.kind, document.title, document.text, document.edition)


class SqliteIndex(Index):
    """FTS5, in the order in which documents came, which needs no sorting."""

    def _word(self, word: str) -> str:
        return f'"{word}"'

    def _begins(self, word: str, stemmed: str) -> str:
        return f'("{word}"* OR "{stemmed}")'

    def _by_text(self, question: str, language: str, limit: int) -> list[tuple[Any, ...]]:
        sql = (
            f"SELECT {_COLUMNS} FROM publishing_search_words JOIN publishing_search d "  # noqa: S608  constants
            " ON d.id = publishing_search_words.rowid"
            " WHERE publishing_search_words MATCH %s AND d.language = %s"
            " ORDER BY publishing_search_words.rowid LIMIT %s"
        )
        return _rows(sql, [question, language, limit])

    def _forget(self, cursor: Any, address: str) -> None:
        which = "(SELECT id FROM publishing_search WHERE address = %s)"
        cursor.execute(f"DELETE FROM publishing_search_words WHERE rowid = {which}", [address])  # noqa: S608  constants
        cursor.execute(f"DELETE FROM publishing_search_name WHERE document = {which}", [address])  # noqa: S608
        cursor.execute("DELETE FROM publishing_search WHERE address = %s", [address])

    def _add(self, cursor: Any, document: Document, words: Sequence[str]) -> int:
        cursor.execute(
            "INSERT INTO publishing_search (address, language, kind, title, text, edition)"
            " VALUES (%s, %s, %s, %s, %s, %s)",
            _values(document),
        )
        number = int(cursor.lastrowid)
        cursor.execute("INSERT INTO publishing_search_words (rowid, words) VALUES (%s, %s)", [number, " ".join(words)])
        return number


class PostgresIndex(Index):
    """A tsvector made of our words as they are, found through GIN."""

    AND = " & "

    def _word(self, word: str) -> str:
        return f"'{word}'"

    def _begins(self, word: str, stemmed: str) -> str:
        return f"('{word}':* | '{stemmed}')"

    def _by_text(self, question: str, language: str, limit: int) -> list[tuple[Any, ...]]:
        sql = (
            # First all that match: sorted by number alone, the planner would read every row to find a rare word.
            "WITH found AS MATERIALIZED (SELECT id FROM publishing_search"  # noqa: S608  constants
            " WHERE words @@ %s::tsquery AND language = %s)"
            f" SELECT {_COLUMNS} FROM publishing_search d"
            " WHERE d.id IN (SELECT id FROM found ORDER BY id LIMIT %s) ORDER BY d.id"
        )
        return _rows(sql, [question, language, limit])

    def _forget(self, cursor: Any, address: str) -> None:
        cursor.execute("DELETE FROM publishing_search WHERE address = %s", [address])

    def _add(self, cursor: Any, document: Document, words: Sequence[str]) -> int:
        cursor.execute(
            "INSERT INTO publishing_search (address, language, kind, title, text, edition, words)"
            " VALUES (%s, %s, %s, %s, %s, %s, array_to_tsvector(%s::text[])) RETURNING id",
            [*_values(document), list(words)],
        )
        return int(cursor.fetchone()[0])


def index() -> Index:
    """Return the index of the database in use."""
    return PostgresIndex() if connection.vendor == "postgresql" else SqliteIndex()
