"""Kalmar's ties as the sources tell them. Active is said only where a source tells of recent doings.

Reasons carry words, never figures: a date stands in its own field, where every language can show it.
"""

from .shapes import Count, Event, Start, Tie
from .sources import (
    ARBORG,
    GDANSK,
    ICLD,
    LIST_NOW,
    NEWS_2024,
    NEWS_2025,
    PAUSED,
    POLTAVA,
    SILKEBORG,
    WILMINGTON,
    WILMINGTON_RADIO,
    WISMAR,
    WISMAR_ASSOCIATION,
)

# What Kalmar's own page says of their number; it does not tell which they are in any text that was readable.
COUNT = Count(twin_towns=9, countries=9, source=LIST_NOW)

TIES = (
    Tie(
        "arborg",
        starts=(
            Start(
                "1987-07-06",
                "ours",
                LIST_NOW,
                {
                    "sv": "Selfoss gick med i den nordiska vänortskedjan genom ett nytt gemensamt avtal",
                    "en": "Selfoss joined the Nordic chain of twin towns by a new common agreement",
                },
            ),
        ),
        events=(
            Event(
                "unclear",
                "2007-08",
                "ours",
                {
                    "sv": "Orten står i kommunens lista. Senast kända kontakt är ett nordiskt möte i Kalmar dit deltagare från Árborg reste.",
                    "en": "The town is in the municipality’s list. The last known contact is a Nordic meeting in Kalmar that people from Árborg travelled to.",
                },
                ARBORG,
                is_after=True,
            ),
        ),
    ),
    Tie(
        "arendal",
        events=(
            Event(
                "unclear",
                "2005~",
                "ours",
                {
                    "sv": "Kommunens lista beskriver orten. Senast kända kontakt är ett nordiskt möte som Arendal var värd för.",
                    "en": "The municipality’s list describes the town. The last known contact is a Nordic meeting hosted by Arendal.",
                },
                ARBORG,
                is_after=True,
            ),
        ),
        note="Ortens namn gick inte att läsa i listan; den är igenkänd på beskrivningen.",
    ),
    Tie(
        "savonlinna",
        events=(
            Event(
                "unclear",
                "",
                "ours",
                {
                    "sv": "Orten räknas upp i Árborgs berättelse om den nordiska kedjan. Vad som har hänt sedan dess är inte känt.",
                    "en": "The town is named in Árborg’s account of the Nordic chain. What has happened since is not known.",
                },
                ARBORG,
            ),
        ),
    ),
    Tie(
        "gdansk",
        starts=(
            Start(
                "1968-05-17",
                "theirs",
                GDANSK,
                {
                    "sv": "avtal om utbyte av besök, kunskap, kultur och affärskontakter",
                    "en": "agreement on exchanges of visits, knowledge, culture and business events",
                },
            ),
        ),
        events=(
            Event(
                "active",
                "2024-06",
                "ours",
                {
                    "sv": "Kalmar deltog i Hansadagarna i Gdańsk.",
                    "en": "Kalmar took part in the Hanseatic Days in Gdańsk.",
                },
                NEWS_2024,
            ),
        ),
    ),
    Tie(
        "wismar",
        starts=(
            Start("2002", "both", WISMAR),
            Start("2003", "other", WISMAR_ASSOCIATION),
        ),
        events=(
            Event(
                "active",
                "2025-10",
                "both",
                {
                    "sv": "Wismars borgmästare besökte Kalmar.",
                    "en": "The mayor of Wismar visited Kalmar.",
                },
                NEWS_2025,
            ),
        ),
    ),
    Tie(
        "wilmington",
        starts=(
            Start(
                "1963",
                "theirs",
                WILMINGTON,
                {
                    "sv": "till minne av skeppet Kalmar Nyckels landstigning",
                    "en": "in memory of the landing of the ship Kalmar Nyckel",
                },
            ),
        ),
        events=(
            Event(
                "unclear",
                "2013-05",
                "ours",
                {
                    "sv": "Kalmar reste till Wilmington för att fira vänskapen, och ett återbesök aviserades. Senare kontakt har inte hittats.",
                    "en": "A delegation from Kalmar went to Wilmington to celebrate the tie, and a return visit was announced. No later contact has been found.",
                },
                WILMINGTON_RADIO,
                is_after=True,
            ),
        ),
    ),
    Tie(
        "panevezys",
        is_documented=False,
        events=(
            Event(
                "unclear",
                "",
                "ours",
                {
                    "sv": "Orten brukar nämnas som Kalmars litauiska vänort, men ingen sida som vi har läst bekräftar det.",
                    "en": "The town is generally given as Kalmar’s twin town in Lithuania, but no page that we have read confirms it.",
                },
            ),
        ),
    ),
    Tie(
        "kaliningrad",
        is_documented=False,
        events=(
            Event(
                "paused",
                "2022",
                "ours",
                {
                    "sv": "En tidning räknar Kalmar till de kommuner som har pausat sina ryska vänorter. Vilken ort det gäller står inte där.",
                    "en": "A newspaper counts Kalmar among the municipalities that have paused their Russian twin towns. It does not name the town.",
                },
                PAUSED,
                basis="decided",
            ),
        ),
    ),
    Tie(
        "silkeborg",
        starts=(Start("1948", "theirs", SILKEBORG),),
        events=(
            Event(
                "unclear",
                "",
                "ours",
                {
                    "sv": "Något eget beslut om att avsluta har inte hittats.",
                    "en": "No decision of our own to end it has been found.",
                },
            ),
            Event(
                "ended",
                "2007",
                "theirs",
                {
                    "sv": "Efter den danska kommunsammanslagningen avslutade Silkeborg alla sina nordiska vänorter. Kontakten går därefter genom Föreningen Norden i Silkeborg.",
                    "en": "After the merger of Danish municipalities Silkeborg ended all its Nordic twin towns. Contact there has since gone through the Norden Association.",
                },
                SILKEBORG,
                is_after=True,
                basis="decided",
            ),
        ),
    ),
    Tie(
        "entebbe",
        kind="kommunalt-partnerskap",
        events=(
            Event(
                "active",
                "2013",
                "both",
                {
                    "sv": "Projektet Sites and Stories om lokal demokrati genom platser och berättelser, med biståndsmedel.",
                    "en": "The project Sites and Stories on local democracy through places and stories, with aid money.",
                },
                ICLD,
            ),
            Event(
                "unclear",
                "2016",
                "both",
                {
                    "sv": "Projektet fick en fortsättning. Senare verksamhet har inte hittats.",
                    "en": "The project had a continuation. No later activity has been found.",
                },
                ICLD,
                is_after=True,
            ),
        ),
    ),
    Tie(
        "poltava",
        kind="kommunalt-partnerskap",
        starts=(
            Start(
                "2024-01-18",
                "other",
                POLTAVA,
                {"sv": "första mötet, på nätet", "en": "first meeting, on line"},
            ),
        ),
        events=(
            Event(
                "active",
                "2024-01-18",
                "both",
                {
                    "sv": "Partnerskap genom ICLD om jämlik beredskap och civilt försvar, hälsa och hållbara samhällen.",
                    "en": "Partnership through ICLD on equal preparedness and civil defence, health and sustainable communities.",
                },
                ICLD,
            ),
        ),
    ),
)
