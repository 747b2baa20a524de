"""What the demonstration's facts rest on.

An address is given only where the whole of it is known; a page that was read but whose address is not, has its
title alone.
"""

from .shapes import Source

PAGE_2015 = Source(
    "Kalmar kommun: Våra vänorter, granskad 2015-04-24",
    "https://www.kalmar.se/Demokrati/internationellt-arbete/kalmars-vanorter/",
)
LIST_NOW = Source(
    "Kalmar kommun: Vänorter",
    "https://kalmar.se/kommun-och-politik/internationellt-arbete/vanorter.html",
)
PROJECTS = Source("Kalmar kommun: EU-projekt och internationella projekt, uppdaterad 2024-02-29")
NEWS_2024 = Source("Kalmar kommun, nyhet 2024-06-12")
NEWS_2025 = Source("Kalmar kommun, nyhet 2025-10-22")
WISMAR = Source("Hansestadt Wismar, wismar.de")
WISMAR_ASSOCIATION = Source("vi-i-wismar.de: Pfingstfahrt nach Kalmar")
GDANSK = Source("gdansk.pl: Kalmar (Szwecja)")
WILMINGTON = Source("Sister Cities of Wilmington, Delaware", "https://scowde.org/sister-cities-overview")
WILMINGTON_RADIO = Source("wdel.com, 2013-05-09")
SILKEBORG = Source("wikisilkeborg.dk: Kalmar")
ARBORG = Source("maddy.is, 2007")
ICLD = Source("ICLD: Kalmar kommun", "https://icld.se/en/?swedish_partner=kalmar-kommun")
POLTAVA = Source("gorozhanin.com.ua, 2024-01-19")
PAUSED = Source("ekuriren.se, ledare 2022-03-02 (TT)")
GEONAMES = Source("GeoNames, CC BY 4.0", "https://www.geonames.org/")
