"""A small Kalmar for the tests of the pages: enough of every kind of doubt, no database."""

from dataclasses import replace
from datetime import date

from vanort.contacts.phones import Phone
from vanort.pages.facts import (
    CardFacts,
    Claim,
    DocumentFacts,
    Event,
    Facts,
    HomeFacts,
    KindFacts,
    LookFacts,
    Name,
    OutsideLink,
    PageFacts,
    PictureFacts,
    PlaceFacts,
    PlaceWordsFacts,
    Size,
    Source,
    Start,
    Statement,
    TieFacts,
)
from vanort.places.partial_dates import PartialDate

ON = date(2026, 11, 24)
TWIN = KindFacts(
    1,
    "twin-town",
    {"sv": "vänort", "en": "twin town"},
    {"sv": "vänorter", "en": "twin towns"},
    is_twin_town=True,
    position=0,
)
PARTNERSHIP = KindFacts(
    2,
    "partnership",
    {"sv": "kommunalt partnerskap", "en": "municipal partnership"},
    {"sv": "kommunala partnerskap", "en": "municipal partnerships"},
    is_twin_town=False,
    position=1,
)
OWN_PAGE = Source("Kalmar kommun: Våra vänorter", "https://www.kalmar.se/vanorter")
LIST_SV = "/demokrati/internationellt-arbete/kalmars-vanorter/"
LIST_EN = "/en/democracy/international-work/twin-towns/"


def day(text: str) -> PartialDate:
    """A partial date."""
    return PartialDate.parse(text)


def place(
    number: int, slug: str, country: str, speaks: str, point: tuple[float, float] | None, *names: Name, **more
) -> PlaceFacts:
    """A place; its own name is the first of ``names``."""
    latitude, longitude = point or (None, None)
    return PlaceFacts(number, slug, country, speaks, latitude, longitude, names, **more)


def own(name: str) -> Name:
    """A place's own name."""
    return Name(name, "", "official")


def event(status: str, effective: str = "", side: str = "ours", **more) -> Event:
    """A change of status."""
    given = {"is_after": False, "basis": "decided", "decided_by": "", "reason": {}, "source": Source()} | more
    return Event(status, day(effective) if effective else None, side=side, **given)


def start(text: str, side: str = "ours", what: dict[str, str] | None = None, source: Source | None = None) -> Start:
    """A claim of a beginning."""
    return Start(day(text), side, what or {}, source or Source())


KALMAR = place(1, "kalmar", "SE", "sv", (56.6634, 16.3568), own("Kalmar"))
WISMAR = place(
    2,
    "wismar",
    "DE",
    "de",
    (53.8931, 11.4528),
    own("Wismar"),
    statements=(
        Statement(
            "population",
            43300,
            "",
            False,
            "municipality",
            day("2023"),
            Source("GeoNames", "https://www.geonames.org/2807363"),
        ),
        Statement("website", None, "https://www.wismar.de/", False, "", None, Source()),
    ),
)
GDANSK = place(
    3,
    "gdansk",
    "PL",
    "pl",
    (54.352, 18.6466),
    own("Gdańsk"),
    Name("Danzig", "de", "alias"),
    statements=(Statement("population", 1300000, "", True, "metropolitan", None, OWN_PAGE),),
)
SAVONLINNA = place(4, "nyslott", "FI", "fi", (61.8699, 28.878), own("Savonlinna"), Name("Nyslott", "sv", "exonym"))
SILKEBORG = place(5, "silkeborg", "DK", "da", (56.1697, 9.5451), own("Silkeborg"))
ARBORG = place(
    6,
    "arborg",
    "IS",
    "is",
    (63.9331, -20.9971),
    own("Árborg"),
    Name("Selfoss", "", "former"),
    Name("Arborg", "", "alias"),
    statements=(Statement("population", 8500, "", True, "", None, OWN_PAGE),),
    former_slugs=("selfoss",),
)
KALININGRAD = place(
    7,
    "kaliningrad",
    "RU",
    "ru",
    (54.7065, 20.511),
    own("Калининград"),
    Name("Kaliningrad", "sv", "exonym"),
    Name("Kaliningrad", "en", "exonym"),
)
WILMINGTON = place(8, "wilmington", "US", "en", (39.7391, -75.5398), own("Wilmington"))
ENTEBBE = place(9, "entebbe", "UG", "en", (0.0512, 32.4637), own("Entebbe"))
POLTAVA = place(
    10,
    "poltava",
    "UA",
    "uk",
    (49.5883, 34.5514),
    own("Полтава"),
    Name("Poltava", "sv", "exonym"),
    Name("Poltava", "en", "exonym"),
)
PANEVEZYS = place(11, "panevezys", "LT", "lt", (55.7348, 24.3575), own("Panevėžys"))
ARENDAL = place(12, "arendal", "NO", "nb", (58.4615, 8.7726), own("Arendal"))

TIES = (
    TieFacts(1, WISMAR, TWIN, True, "", (start("2002", "both", source=Source("Hansestadt Wismar: Partnerstädte", "https://www.wismar.de/partner")), start("2003", "other", source=Source("Föreningens webbplats", "https://example.org/verein"))), (event("active", "2002", "both", basis="observed", source=OWN_PAGE),)),
    TieFacts(2, GDANSK, TWIN, True, "", (start("1968-05-17", "both", {"sv": "första avtalet", "en": "first agreement"}, Source("Gdańsk: Kalmar", "https://www.gdansk.pl/kalmar")), start("1991-05-17", "both", {"sv": "nytt avtal", "en": "new agreement"}, Source("Gdańsk: Kalmar", "https://www.gdansk.pl/kalmar"))), (event("active", "1968", "both", basis="observed", source=OWN_PAGE),)),
    TieFacts(3, SAVONLINNA, TWIN, True, "not_found", (), (event("unclear", reason={"sv": "Nämns i Árborgs redogörelse; inte läst på kommunens egen sida."}),)),
    TieFacts(4, SILKEBORG, TWIN, True, "", (start("1948", "both", source=Source("Silkeborg Arkiv", "https://silkeborgarkiv.dk/")),), (event("active", "1948", "both"), event("ended", "2007", "theirs", is_after=True, reason={"sv": "Efter kommunsammanslagningen avslutade Silkeborg samarbetet med alla nordiska vänorter.", "en": "After the municipal merger Silkeborg ended its ties with all Nordic twin towns."}, source=Source("Silkeborg Arkiv", "https://silkeborgarkiv.dk/")))),
    TieFacts(5, ARBORG, TWIN, True, "", (start("1987-07-06", "both", {"sv": "Selfoss går med i det gemensamma nordiska avtalet"}, OWN_PAGE),), ()),
    TieFacts(6, KALININGRAD, TWIN, False, "", (), (event("paused", "2022-03", basis="observed", source=Source("TT enligt dagspress", "https://example.org/tt")),)),
    TieFacts(7, WILMINGTON, TWIN, True, "", (start("1963", "both"),), (event("unclear"),)),
    TieFacts(8, ENTEBBE, PARTNERSHIP, True, "", (), ()),
    TieFacts(9, POLTAVA, PARTNERSHIP, True, "", (start("2024-01-18", what={"sv": "första mötet, på nätet", "en": "first meeting, on-line"}),), (event("active", "2024", basis="observed"),)),
    TieFacts(10, PANEVEZYS, TWIN, False, "", (), ()),
    TieFacts(11, ARENDAL, TWIN, True, "", (), ()),
)  # fmt: skip


def text(html: str) -> dict:
    """A text block as it is stored."""
    return {"type": "text", "value": html, "id": "1"}


BODY_SV = (
    text(
        "<p>Vi ingår vänortsavtal för att tillsammans med en annan stad hitta vägar till bättre service för dem som bor här: lösa"
        ' problem och nå de mål som vi har satt först. Ett avtal kan gälla en eller flera verksamheter. <a linktype="page" id="2">Läs om Demokrati</a>.</p>'
    ),
    {"type": "figures", "value": ["twin_towns", "active", "known_start"], "id": "2"},
    {
        "type": "stated",
        "id": "3",
        "value": {
            "text": "<p>De flesta av kommunens förvaltningar och bolag har genom åren medverkat i projekt med våra vänorter.</p>",
            "by": "Kalmar kommun",
            "as_of": "2015-04-24",
            "source_title": "Våra vänorter, kalmar.se",
            "source_url": "https://www.kalmar.se/vanorter",
        },
    },
)


def page(number: int, kind: str, language: str, key: str, order: str, path: str, title: str, **more) -> PageFacts:
    """A page of the tree."""
    return PageFacts(number, kind, language, key, path, order, title, **more)


PAGES = (
    page(1, "front", "sv", "f", "00010001", "/", "Kalmar i världen", crumb_label="www.kalmar.se", lead="Kalmar kommuns samarbete med orter i andra länder.", header_links=(OutsideLink("Invånare", "https://www.kalmar.se/"), OutsideLink("Näringsliv", "https://www.kalmar.se/n"))),
    page(2, "section", "sv", "d", "000100010001", "/demokrati/", "Demokrati", is_in_menu=True),
    page(3, "section", "sv", "i", "0001000100010001", "/demokrati/internationellt-arbete/", "Internationellt arbete", is_in_menu=True),
    page(4, "ties", "sv", "t", "00010001000100010001", LIST_SV, "Våra vänorter", crumb_label="Kalmars vänorter", is_in_menu=True, lead="Kalmar samarbetar med orter i andra länder för att lära och ge bättre service. Här ser du vilka, sedan när och hur det står till.", body=BODY_SV),
    page(5, "section", "sv", "a", "000100010002", "/tillganglighet/", "Tillgänglighet", is_in_footer=True),
    page(9, "section", "sv", "n", "00010001000100010002", "/demokrati/internationellt-arbete/natverk/", "Nätverk", is_in_menu=True, outside_url="https://www.kalmar.se/natverk"),
    page(6, "front", "en", "f", "00010002", "/en/", "Kalmar in the world", crumb_label="www.kalmar.se"),
    page(7, "section", "en", "d", "000100020001", "/en/democracy/", "Democracy", is_in_menu=True),
    page(10, "section", "en", "i", "0001000200010001", "/en/democracy/international-work/", "International work"),
    page(8, "ties", "en", "t", "00010002000100010001", LIST_EN, "Our twin towns", crumb_label="Kalmar’s twin towns", lead="Kalmar works with towns abroad to learn and to give better service."),
)  # fmt: skip

OFFICE = {"sv": "Kommunledningskontoret", "en": "Municipal executive office"}
OURS = {"sv": "Kalmar kommun", "en": "Municipality of Kalmar"}
STRATEGIST = CardFacts(
    1, {"sv": "Strateg EU och internationella frågor"}, OFFICE, OURS, "Nils Påhittad", visiting="Östra Sjögatan 18",
    postal="Box 611, 391 26 Kalmar", phone=Phone("031-390 06 02", "+46313900602"), has_protected_email=True,
    mobile=Phone("070-174 06 06", "+46701740606"),
)  # fmt: skip
FUNCTION = CardFacts(
    2, {"sv": "Vänortssamordning", "en": "Twin town coordination"}, OFFICE, OURS, mailbox="vanorter@kalmar.example",
    note={"sv": "Svarar inom två dagar."},
)  # fmt: skip
HEIR = replace(STRATEGIST, id=3, name="Ida Påhittad")
THEIRS = CardFacts(
    4, {"sv": "Internationella kontoret", "en": "International office"}, {}, {"sv": "Hansestadt Wismar"},
    is_ours=False, phone=Phone("+49 3841 2510", "+4938412510"),
)  # fmt: skip

FACTS = Facts(
    languages=("sv", "en"),
    base_url="https://vanort.example",
    home=HomeFacts(
        place=KALMAR,
        organisation={"sv": "Kalmar kommun", "en": "Municipality of Kalmar"},
        visiting_street="Östra Sjögatan 18",
        postal_box="Box 611",
        postcode="391 26",
        post_town="Kalmar",
        phone="0480-45 00 00",
        fax="0480-45 00 47",
        mailbox="kommun@kalmar.example",
        website="https://www.kalmar.se/",
    ),
    look=LookFacts("/-/stil.css", "/-/ikon.svg"),
    pages={one.id: one for one in PAGES},
    ties=TIES,
    claims=(Claim(9, 9, day("2026"), OWN_PAGE),),
    words={
        (2, "sv"): PlaceWordsFacts(
            "Hansastaden vid Östersjön är en av de orter som vi har mest kontakt med.",
            (
                text(
                    '<p>Vi delar frågor om <b>havet</b> och stadens historia. <span lang="de">Schwedenfest</span> firas i augusti.</p>'
                ),
            ),
        )
    },
    pictures={
        1: PictureFacts(
            1,
            {"sv": "Hamnen i Wismar"},
            False,
            "Okänd",
            (Size("/-/bild.aa.webp", 320, 200), Size("/-/bild.bb.webp", 640, 400)),
        )
    },
    cards={one.id: one for one in (STRATEGIST, FUNCTION, HEIR, THEIRS)},
    # The list names two; the pages in the footer nobody.
    page_cards={"i": (1, 2)},
    documents={1: DocumentFacts(1, "/-/avtal.cc.pdf", "Avtal med Gdańsk", "sv", "pdf", 120_000)},
)


def facts_with(**changes) -> Facts:
    """The sample with some of it replaced."""
    return replace(FACTS, **changes)
