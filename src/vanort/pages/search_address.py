"""Where the site is searched, per language. Known here because every page's form leads there."""

from collections.abc import Mapping
from types import MappingProxyType

SEARCH: Mapping[str, str] = MappingProxyType({"sv": "/sok/", "en": "/en/search/"})
LONGEST_QUERY = 100  # characters; what is longer is cut
