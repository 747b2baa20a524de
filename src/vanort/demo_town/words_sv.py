"""The Swedish pages. Our own words; what the municipality itself claims in quantities is marked as stated by it."""

from vanort.pages.starter import Sheet

from .blocks import figures, heading, notice, outside, stated, text
from .sources import PAGE_2015, PROJECTS

_MAIN_SITE = "https://www.kalmar.se/"
_DEMO = notice(
    "Detta är en exempelwebbplats",
    "Den visar vad programmet Vänort kan. Kalmar kommun har inget med den att göra. Uppgifterna om samarbetena "
    "kommer från öppna källor och är inte granskade av kommunen. De som står i ändringsloggen är påhittade.",
)

FRONT = Sheet(
    title="Kalmar och världen",
    slug="sv",
    lead="Kommunens samarbeten med orter i andra länder: vilka de är, hur det står till med dem och hur vi vet det.",
    body=[_DEMO, figures("twin_towns", "active", "former")],
    more={
        "levels": [outside("level", "www.kalmar.se", _MAIN_SITE)],
        "header_links": [outside("link", "www.kalmar.se", _MAIN_SITE)],
    },
)
DEMOCRACY = Sheet(
    title="Demokrati",
    slug="demokrati",
    lead="Hur kommunen styrs beskrivs på www.kalmar.se. Här finns den del som handlar om andra länder.",
)
INTERNATIONAL = Sheet(
    title="Internationellt arbete",
    slug="internationellt-arbete",
    lead="Kalmar lär av andra och delar med sig av det egna: i vänorter, i partnerskap och i projekt.",
    body=[
        stated(
            "Kalmar kommun, verksamhetsplan med budget",
            "2020",
            PROJECTS,
            "Förvaltningar och bolag ska ta del i det internationella arbetet och själva söka pengar från EU och "
            "andra håll.",
        ),
    ],
)
TIES = Sheet(
    title="Våra vänorter",
    slug="kalmars-vanorter",
    crumb_label="Kalmars vänorter",
    lead="Genom vänortsavtal söker vi tillsammans med en ort i ett annat land vägar till en bättre verksamhet för "
    "dem som bor i Kalmar. Här ser du vilka orterna är och hur det står till med varje samarbete.",
    description="Kalmars vänorter och andra samarbeten med orter i andra länder: läge, början, källor och karta.",
    body=[
        heading("Vad avtalen är till för"),
        text(
            "Ett vänortsavtal ska göra nytta hemma. Två orter med liknande uppgifter löser problem tillsammans och "
            "hjälper varandra att nå de mål som de har satt främst. Ett avtal kan gälla en enda kommunal verksamhet "
            "eller flera.",
        ),
        figures("known_start", "documented", "oldest"),
        heading("Så beskriver kommunen samarbetet"),
        stated(
            "Kalmar kommun",
            "2015-04-24",
            PAGE_2015,
            "Oftast går samarbetet ut på att dela kunskap och erfarenheter.",
            "I några fall stöder avtalet svensk biståndspolitik: att bekämpa fattigdom eller att främja demokrati i "
            "andra länder. Då betalar staten alla kostnader genom Sida.",
            "Ofta kommer också näringslivet och universitetet i Kalmar med i samarbetet.",
            "De flesta av kommunens förvaltningar och bolag har genom åren varit med i projekt med vänorterna.",
        ),
    ],
)
ACCESSIBILITY = Sheet(
    title="Tillgänglighet",
    slug="tillganglighet",
    lead="Webbplatsen ska gå att använda för alla.",
    body=[
        text(
            "Sidorna går att läsa utan skript, med tangentbord, med skärmläsare, i starkt förstorad text och i "
            "utskrift. Allt som kartan visar står också i listan bredvid.",
        ),
        heading("Detta är ännu ingen redogörelse"),
        text(
            "En kommun som använder programmet ska publicera en tillgänglighetsredogörelse med de delar som lagen "
            "kräver. Den här exempelwebbplatsen har ingen, eftersom ingen kommun står bakom den.",
        ),
    ],
)
# A draft: nobody stands behind this site who could answer readers, so its parts cannot all be true.
STATEMENT = Sheet(
    title="Tillgänglighetsredogörelse",
    slug="tillganglighetsredogorelse",
    more={"service_name": FRONT.title},
)
PERSONAL_DATA = Sheet(
    title="Personuppgifter",
    slug="personuppgifter",
    lead="Du kan läsa hela webbplatsen utan att lämna några uppgifter om dig själv.",
    body=[
        text(
            "De publika sidorna sätter inga kakor, hämtar ingenting från andra webbplatser och räknar inte besökare.",
            "Den som loggar in för att redigera får en kaka som håller reda på inloggningen. Vad hon eller han "
            "ändrar antecknas i en logg med namn och tid.",
            "På exempelwebbplatsen är de inloggade påhittade.",
        ),
    ],
)
ABOUT = Sheet(
    title="Om webbplatsen",
    slug="om-webbplatsen",
    lead="En exempelwebbplats för programmet Vänort, ett register över en kommuns samarbeten med andra orter.",
    body=[
        _DEMO,
        heading("Varifrån uppgifterna kommer"),
        text(
            "Varje uppgift visar sin källa. Lägen på kartan och folkmängder utan annan källa kommer från GeoNames "
            '(<a href="https://www.geonames.org/">geonames.org</a>) under licensen CC BY 4.0. Kustlinjen på kartan '
            "kommer från Natural Earth.",
            "Där källorna säger olika visas alla. Där ingen källa har hittats står det.",
        ),
        heading("Adresser och nummer"),
        text(
            "Postadress, telefon och fax är kommunens egna, öppna uppgifter. E-postadressen i sidfoten är påhittad "
            "och går inte att skriva till.",
        ),
    ],
)
