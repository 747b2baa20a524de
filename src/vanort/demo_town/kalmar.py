"""Kalmar and the places that public sources connect it with, doubts included.

Points, ids and the populations without another source are GeoNames' (CC BY 4.0), Wikidata ids are CC0. The open
mailbox has a made-up address: the real one was not found in any source read. Of populations that are equally
undated the last one stands first on the town's page.
"""

import datetime as dt

from .shapes import Name, Population, Reviewed, Town
from .sources import GEONAMES, LIST_NOW, NEWS_2024, WISMAR

HOME = {
    "organisation": {"sv": "Kalmar kommun", "en": "Municipality of Kalmar"},
    "visiting_street": "Östra Sjögatan 18",
    "postal_box": "Box 611",
    "postcode": "391 26",
    "post_town": "Kalmar",
    "phone": "0480-45 00 00",
    "fax": "0480-45 00 47",
    "mailbox": "kommun@kalmar.example",
    "website": "https://www.kalmar.se/",
}

# As the municipality's own Swedish page of that time said at its foot.
REVIEW = Reviewed(dt.date(2015, 4, 24), {"sv": "Kommunledningskontoret"})


def _geonames(number: int) -> Population:
    return Population(number, GEONAMES, covers="town")


KALMAR = Town(
    slug="kalmar",
    name="Kalmar",
    language="sv",
    country="SE",
    latitude=56.66157,
    longitude=16.36163,
    geonames_id=2702261,
    wikidata_id="Q508153",
    populations=(Population(41852, WISMAR, covers="town", as_of="2020"),),
)

TOWNS = (
    Town(
        slug="arborg",
        name="Árborg",
        language="is",
        country="IS",
        latitude=63.93311,
        longitude=-20.99712,
        geonames_id=3413604,
        wikidata_id="Q252205",
        names=(Name("Selfoss", "former"), Name("Àrborg", "alias"), Name("Arborg", "alias")),
        populations=(_geonames(9000), Population(8500, LIST_NOW, is_approximate=True)),
    ),
    Town(
        slug="arendal",
        name="Arendal",
        language="nb",
        country="NO",
        latitude=58.46151,
        longitude=8.77253,
        geonames_id=3162955,
        wikidata_id="Q57919",
        populations=(_geonames(30916), Population(43000, LIST_NOW, is_approximate=True)),
    ),
    Town(
        slug="savonlinna",
        name="Savonlinna",
        language="fi",
        country="FI",
        latitude=61.8699,
        longitude=28.87999,
        geonames_id=637292,
        wikidata_id="Q683512",
        names=(Name("Nyslott", "exonym", "sv"),),
        populations=(_geonames(31283),),
    ),
    Town(
        slug="silkeborg",
        name="Silkeborg",
        language="da",
        country="DK",
        latitude=56.1697,
        longitude=9.54508,
        geonames_id=2614030,
        populations=(_geonames(49747),),
    ),
    Town(
        slug="gdansk",
        name="Gdańsk",
        language="pl",
        country="PL",
        latitude=54.35227,
        longitude=18.64912,
        geonames_id=3099434,
        wikidata_id="Q1792",
        kind="city",
        names=(Name("Gdansk", "alias"), Name("Danzig", "alias", "de")),
        populations=(
            Population(1_300_000, NEWS_2024, covers="metropolitan", is_approximate=True),
            _geonames(487371),
        ),
    ),
    Town(
        slug="wismar",
        name="Wismar",
        language="de",
        country="DE",
        latitude=53.89218,
        longitude=11.45563,
        geonames_id=2807465,
        wikidata_id="Q7030",
        kind="city",
        populations=(_geonames(45255),),
    ),
    Town(
        slug="wilmington",
        name="Wilmington",
        language="en",
        country="US",
        latitude=39.74595,
        longitude=-75.54659,
        geonames_id=4145381,
        wikidata_id="Q174224",
        kind="city",
        names=(Name("Wilmington, Delaware", "alias"),),
        populations=(_geonames(70898),),
    ),
    Town(
        slug="panevezys",
        name="Panevėžys",
        language="lt",
        country="LT",
        latitude=55.73186,
        longitude=24.35983,
        geonames_id=596128,
        wikidata_id="Q1719466",
        kind="city",
        names=(Name("Panevezys", "alias"),),
        populations=(_geonames(85885),),
    ),
    Town(
        slug="kaliningrad",
        name="Калининград",
        language="ru",
        country="RU",
        latitude=54.70639,
        longitude=20.51102,
        geonames_id=554234,
        wikidata_id="Q1829",
        kind="city",
        names=(Name("Kaliningrad", "exonym", "sv"), Name("Kaliningrad", "exonym", "en")),
        populations=(_geonames(475056),),
    ),
    Town(
        slug="entebbe",
        name="Entebbe",
        language="en",
        country="UG",
        latitude=0.05621,
        longitude=32.47949,
        geonames_id=233508,
        wikidata_id="Q211970",
        populations=(_geonames(102600),),
    ),
    Town(
        slug="poltava",
        name="Полтава",
        language="uk",
        country="UA",
        latitude=49.58925,
        longitude=34.55367,
        geonames_id=696643,
        wikidata_id="Q156747",
        names=(
            Name("Poltava", "exonym", "sv"),
            Name("Poltava", "exonym", "en"),
            Name("Poltawa", "alias"),
        ),
        populations=(_geonames(279593),),
    ),
)
