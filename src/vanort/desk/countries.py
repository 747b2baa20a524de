"""Countries to choose from, by name in the language of the one who chooses."""

from functools import cache

from babel import Locale

from vanort.places.sorting import sort_key

# CLDR also names regions of the world, groups and places without inhabitants under two letters.
_NO_COUNTRIES = frozenset("AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ BV HM AQ".split())


@cache
def countries(language: str) -> tuple[tuple[str, str], ...]:
    """Return (ISO 3166-1 code, name) of every country in the order of the language; Kosovo as XK."""
    named = Locale.parse(language).territories
    found = [(c, n) for c, n in named.items() if len(c) == 2 and c.isalpha() and c not in _NO_COUNTRIES]
    return tuple(sorted(found, key=lambda pair: sort_key(pair[1], language)))
