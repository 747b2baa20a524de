"""A few words about some of the towns, in both languages: what no record says. No figures, no dates."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .blocks import stated, text
from .sources import GDANSK


@dataclass(frozen=True)
class TownWords:
    """Lead and stream about a town in one language."""

    lead: str
    body: tuple[Mapping[str, Any], ...] = ()


TOWN_WORDS: Mapping[str, Mapping[str, TownWords]] = {
    "gdansk": {
        "sv": TownWords(
            "Hamnstaden rakt över Östersjön, gammal Hansastad som Kalmar.",
            (
                stated(
                    "Gdańsks stad",
                    "",
                    GDANSK,
                    "Det första avtalet följdes av ett nytt, som också tar upp lokal förvaltning, miljö, vatten och "
                    "avlopp, näringsliv, telekommunikation, flyg och färjor, turism, idrott, kultur, utbildning och "
                    "vetenskap.",
                ),
            ),
        ),
        "en": TownWords(
            "The port straight across the Baltic, an old Hanseatic town like Kalmar.",
            (
                stated(
                    "City of Gdańsk",
                    "",
                    GDANSK,
                    "The first agreement was followed by a new one, which also takes up local administration, "
                    "environment, water and waste, business, telecommunications, air and ferry lines, tourism, "
                    "sport, culture, education and science.",
                ),
            ),
        ),
    },
    "wismar": {
        "sv": TownWords(
            "Hansastad vid Östersjön som länge hörde till Sverige.",
            (
                text(
                    "Samarbetet har rört Östersjöns miljö, festivaler, ungas inflytande, museernas arbetssätt och "
                    "hållbarhet.",
                ),
            ),
        ),
        "en": TownWords(
            "A Hanseatic town on the Baltic that long belonged to Sweden.",
            (
                text(
                    "The cooperation has been about the environment of the Baltic, festivals, young people’s say, "
                    "the methods of museums, and sustainability.",
                ),
            ),
        ),
    },
    "wilmington": {
        "sv": TownWords(
            "Staden vid Delaware där skeppet Kalmar Nyckel lade till med svenska nybyggare.",
            (text("Samarbetet omfattar utbildning, historia, musik, konst, idrott och ekonomi."),),
        ),
        "en": TownWords(
            "The town on the Delaware where the ship Kalmar Nyckel landed with Swedish settlers.",
            (text("The cooperation covers education, history, music, art, sport and the economy."),),
        ),
    },
}
