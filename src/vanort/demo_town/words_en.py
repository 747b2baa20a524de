"""The English pages: twins of the Swedish ones, whole."""

from vanort.pages.starter import Sheet

from .blocks import figures, heading, notice, outside, stated, text
from .sources import PAGE_2015, PROJECTS

_MAIN_SITE = "https://www.kalmar.se/"
_DEMO = notice(
    "This is a demonstration",
    "It shows what the program Vänort can do. The Municipality of Kalmar has nothing to do with it. What is said "
    "about the ties comes from public sources and has not been checked by the municipality. The persons in the log "
    "of changes are made up.",
)

FRONT = Sheet(
    title="Kalmar and the world",
    slug="en",
    lead="The municipality’s ties with places in other countries: which they are, how they stand and how we know.",
    body=[_DEMO, figures("twin_towns", "active", "former")],
    more={
        "levels": [outside("level", "www.kalmar.se", _MAIN_SITE)],
        "header_links": [outside("link", "www.kalmar.se", _MAIN_SITE)],
    },
)
DEMOCRACY = Sheet(
    title="Democracy",
    slug="democracy",
    lead="How the municipality is governed is told on www.kalmar.se. Here is the part about other countries.",
)
INTERNATIONAL = Sheet(
    title="International work",
    slug="international-work",
    lead="Kalmar learns from others and shares what it knows: in twin towns, in partnerships and in projects.",
    body=[
        stated(
            "Municipality of Kalmar, operational plan with budget",
            "2020",
            PROJECTS,
            "Departments and companies are to take part in the international work, and themselves to seek money "
            "from the EU and elsewhere.",
        ),
    ],
)
TIES = Sheet(
    title="Our twin towns",
    slug="kalmars-twin-towns",
    crumb_label="Kalmar’s twin towns",
    lead="By twin-town agreements we look, together with a town in another country, for ways to better services for "
    "those who live in Kalmar. Here you see which the towns are and how each tie stands.",
    description="Kalmar’s twin towns and other ties with places in other countries: status, beginning, sources and map.",
    body=[
        heading("What the agreements are for"),
        text(
            "A twin-town agreement is meant to be of use at home. Two towns with similar tasks solve problems "
            "together, and help each other to reach the goals they have put first. An agreement can cover a single "
            "municipal operation or several.",
        ),
        figures("known_start", "documented", "oldest"),
        heading("How the municipality describes it"),
        stated(
            "Municipality of Kalmar",
            "2015-04-24",
            PAGE_2015,
            "Mostly the cooperation is about sharing knowledge and experience.",
            "In some cases the agreement supports Swedish aid policy: fighting poverty or furthering democracy in "
            "other countries. The state then pays all costs through Sida.",
            "Often business and the university in Kalmar join in as well.",
            "Most of the municipality’s departments and companies have over the years taken part in projects with "
            "the twin towns.",
        ),
    ],
)
ACCESSIBILITY = Sheet(
    title="Accessibility",
    slug="accessibility",
    lead="Everybody should be able to use this site.",
    body=[
        text(
            "The pages can be read without scripts, with a keyboard, with a screen reader, in very large text and on "
            "paper. All that the map shows also stands in the list beside it.",
        ),
        heading("This is not yet a statement"),
        text(
            "A municipality that uses the program has to publish an accessibility statement with the parts that the "
            "law asks for. This demonstration has none, since no municipality stands behind it.",
        ),
    ],
)
# A draft: nobody stands behind this site who could answer readers, so its parts cannot all be true.
STATEMENT = Sheet(
    title="Accessibility statement",
    slug="accessibility-statement",
    more={"service_name": FRONT.title},
)
PERSONAL_DATA = Sheet(
    title="Personal data",
    slug="personal-data",
    lead="You can read the whole site without giving anything away about yourself.",
    body=[
        text(
            "The public pages set no cookies, fetch nothing from other sites and do not count visitors.",
            "Whoever signs in to edit gets a cookie that keeps the sign-in. What she or he changes is noted in a log "
            "with name and time.",
            "On this demonstration those who sign in are made up.",
        ),
    ],
)
ABOUT = Sheet(
    title="About this site",
    slug="about",
    lead="A demonstration of Vänort, a register of a municipality’s ties with places abroad.",
    body=[
        _DEMO,
        heading("Where the facts come from"),
        text(
            "Every fact shows its source. Points on the map, and populations without another source, are from "
            'GeoNames (<a href="https://www.geonames.org/">geonames.org</a>) under the licence CC BY 4.0. The '
            "coastline of the map is from Natural Earth.",
            "Where sources differ, all are shown. Where no source has been found, the page says so.",
        ),
        heading("Addresses and numbers"),
        text(
            "Postal address, telephone and fax are the municipality’s own, public ones. The e-mail address in the "
            "footer is made up and cannot be written to.",
        ),
    ],
)
