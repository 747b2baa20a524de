"""Which tables are written, and whether a line of the log was written with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.apps import apps
from django.db import connection

LOG = "changes_change"
_WRITE = re.compile(r"\s*(?:INSERT (?:OR \w+ )?INTO|UPDATE|DELETE FROM)\s+\"?(\w+)\"?", re.IGNORECASE)

# Tables of Wagtail and Django that decide what the public sees.
ALSO_REGISTER = {
    "wagtailcore_page",
    "wagtailcore_site",
    "wagtailcore_locale",
    "wagtailcore_collection",
    "wagtailcore_pageviewrestriction",
    "wagtailredirects_redirect",
}

# Tables of our own rooms that may be written without a line, each with its reason.
EXEMPT = {
    "changes_change": "the log itself",
    "contacts_reveal": "that an address was asked for, for a day; who asked is no person's act in the register",
    "publishing_publication": "the publisher's own diary",
    "publishing_search": "the search index, read from the release and made anew whenever it differs",
    "publishing_search_name": "as publishing_search",
    "accounts_user": "signing in writes when it was; who may sign in is in Wagtail's own log, and nothing is public",
    "accounts_user_groups": "as accounts_user",
    "accounts_user_user_permissions": "as accounts_user",
    "media_picturerendition": "sizes of a picture, made from it whenever they are missing",
}


def register_tables() -> set[str]:
    """Every table that may not be written without a line: all of our rooms' but the exempt, and some of Wagtail's."""
    own = {
        table
        for model in apps.get_models(include_auto_created=True)
        if model.__module__.startswith("vanort.") or model._meta.app_config.name.startswith("vanort.")
        for table in [model._meta.db_table]
    }
    return (own | ALSO_REGISTER) - EXEMPT.keys()


@dataclass
class Writes:
    """Tables in the order of their writes."""

    tables: list[str] = field(default_factory=list)

    @property
    def unlogged(self) -> set[str]:
        """Tables of the register that were written without any line of the log."""
        return set() if LOG in self.tables else set(self.tables) & register_tables()

    @property
    def registered(self) -> set[str]:
        """Tables of the register that were written."""
        return set(self.tables) & register_tables()


@contextmanager
def watched() -> Iterator[Writes]:
    """Note every table that is written inside."""
    writes = Writes()

    def note(execute, sql, params, many, context):
        if found := _WRITE.match(sql):
            writes.tables.append(found[1])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield writes
