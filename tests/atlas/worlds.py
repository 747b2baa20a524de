"""Homes and partners to draw: real ones, and any on Earth."""

from hypothesis import strategies as st

from vanort.atlas import Spot, Words

WORDS = Words(
    title="Karta: vänorterna sedda från Kalmar",
    description="Avstånd och riktning är sanna från Kalmar. Listan säger samma sak.",
    km="{km}\N{NO-BREAK SPACE}km",
    far="{km}\N{NO-BREAK SPACE}km",
    link_name="{place}, {distance} åt {direction}, {note}",
    link_name_without_note="{place}, {distance} åt {direction}",
    compass={
        "n": "norr",
        "ne": "nordost",
        "e": "öster",
        "se": "sydost",
        "s": "söder",
        "sw": "sydväst",
        "w": "väster",
        "nw": "nordväst",
    },
    number=lambda value: f"{value:,}".replace(",", "\N{NO-BREAK SPACE}"),
)


def spot(name, latitude, longitude, lang="", country="", note="Aktiv", is_former=False):
    href = f"/demokrati/kalmars-vanorter/{name.lower().replace(' ', '-')}/"
    return Spot(name.lower(), name, latitude, longitude, href, lang, country, is_former, note)


KALMAR = Spot("kalmar", "Kalmar", 56.6634, 16.3568)
TEN = (
    spot("Árborg", 63.9333, -21.0, "is", "Island"),
    spot("Arendal", 58.4611, 8.7722, "no", "Norge"),
    spot("Nyslott", 61.8681, 28.8839, "", "Finland", "Vilande sedan 2014"),
    spot("Silkeborg", 56.1697, 9.5451, "da", "Danmark", "Avslutad 2007", is_former=True),
    spot("Gdańsk", 54.3520, 18.6466, "pl", "Polen"),
    spot("Wismar", 53.8917, 11.4656, "de", "Tyskland"),
    spot("Wilmington", 39.7459, -75.5466, "en", "USA"),
    spot("Entebbe", 0.0512, 32.4637, "en", "Uganda"),
    spot("Panevėžys", 55.7333, 24.35, "lt", "Litauen"),
    spot("Poltava", 49.5883, 34.5514, "uk", "Ukraina"),
)
ELEVEN = (*TEN, spot("Kaliningrad", 54.7104, 20.4522, "ru", "Ryssland", "Pausad i mars 2022"))
TOKYO = Spot("tokyo", "Tokyo", 35.69, 139.69)
CHRISTCHURCH = Spot("christchurch", "Christchurch", -43.53, 172.63)
KIRUNA = Spot("kiruna", "Kiruna", 67.8557, 20.2253)
NORDIC = (
    spot("Hammerfest", 70.6634, 23.6821),
    spot("Kemi", 65.7364, 24.5637),
    spot("Narvik", 68.4385, 17.4272),
    spot("Akureyri", 65.6885, -18.1262),
)
SISTERS = (
    spot("Seattle", 47.6, -122.3),
    spot("Adelaide", -34.93, 138.6),
    spot("Lüneburg", 53.25, 10.41),
    spot("Madrid", 40.4, -3.7),
    spot("Apia", -13.8, -171.8),
)

latitudes = st.one_of(st.floats(-90, 90), st.sampled_from([-90.0, -89.99, 0.0, 56.6634, 89.99, 90.0]))
longitudes = st.one_of(st.floats(-180, 180), st.sampled_from([-180.0, -179.99, 0.0, 16.3568, 179.99, 180.0]))
names = st.one_of(
    st.text("abcdefgåäöÅÄÖWwil -'éńėŻ", min_size=1, max_size=22),
    st.sampled_from(["Wismar", "Región de Magallanes y Antártica", "大连市", "Полтава", "Æ", "W" * 40]),
)


@st.composite
def homes(draw):
    return Spot("home", draw(names), draw(latitudes), draw(longitudes))


@st.composite
def partners(draw, most=12):
    """Up to so many partners; some in the very same place, some close by, some anywhere."""
    found = []
    for number in range(draw(st.integers(0, most))):
        if found and draw(st.booleans()):
            near = draw(st.sampled_from(found))
            step = draw(st.sampled_from([0.0, 0.01, 1.0]))
            latitude, longitude = min(90.0, near.latitude + step), near.longitude
        else:
            latitude, longitude = draw(latitudes), draw(longitudes)
        found.append(Spot(f"p{number}", draw(names), latitude, longitude, f"/p{number}/", note="Aktiv"))
    return tuple(found)
