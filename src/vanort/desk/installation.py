"""Making an installation for a municipality: all of it is checked before any of it is written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path

from babel import Locale
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, URLValidator
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from vanort.accounts.models import User
from vanort.accounts.roles import ADMINISTRATOR, ensure_roles
from vanort.pages.starter import plant
from vanort.pages.starting_tree import starting_tree
from vanort.places.actions import edit_home, edit_place
from vanort.places.models import Home, Place, PlaceName
from vanort.relations.usual_kinds import ensure_usual_kinds
from vanort.theme.models import Look

from .roles import grant_roles


class Refused(Exception):
    """The installation cannot be made here; the message says why."""


@dataclass(frozen=True)
class Answers:
    """What is asked of whoever installs, as written. Empty: not given. `municipality` is the organisation's name."""

    municipality: str = ""
    town: str = ""
    administrator: str = ""
    password: str = field(default="", repr=False)
    municipality_en: str = ""
    country: str = "SE"
    lat: str = ""
    lon: str = ""
    street: str = ""
    box: str = ""
    postcode: str = ""
    post_town: str = ""
    phone: str = ""
    fax: str = ""
    mailbox: str = ""
    website: str = ""
    languages: str = "sv,en"

    @property
    def language_codes(self) -> list[str]:
        """The languages of the site, its own first."""
        return [code.strip() for code in self.languages.split(",") if code.strip()]


Check = Callable[[str, Answers], str]
REQUIRED = ("municipality", "town", "administrator", "password")


def missing(answers: Answers) -> list[str]:
    """Return the names of the required answers that are not given."""
    return [name for name in REQUIRED if not getattr(answers, name).strip()]


def fault(name: str, answers: Answers) -> str:
    """Return what is wrong with one answer, in words, or an empty text. A missing one is not wrong."""
    text = getattr(answers, name).strip()
    try:
        return _CHECKS[name](text, answers) if text and name in _CHECKS else ""
    except ValidationError as problem:
        return " ".join(problem.messages)


def faults(answers: Answers) -> dict[str, str]:
    """Return what is wrong, by the name of the answer; one of two coordinates alone is wrong too."""
    found = {name: words for name in answers.__dataclass_fields__ if (words := fault(name, answers))}
    if bool(answers.lat) != bool(answers.lon):
        found.setdefault("lon" if answers.lat else "lat", _("Give both latitude and longitude, or neither."))
    return found


@transaction.atomic
def install(answers: Answers, data: Path) -> None:
    """Write the municipality, its roles and administrator, its pages and usual words, in one transaction.

    `answers` have been checked. Raises Refused where there is a municipality or a demonstration already.
    """
    if (data / "demo.json").exists():
        raise Refused(_("This folder holds the demonstration. Choose another with --data."))
    if Home.objects.exists():
        raise Refused(_("There is an installation here already. Change it in the editors’ site."))
    grant_roles()
    _administrator(answers)
    home = edit_home(values=_home(answers), by=None)
    ensure_usual_kinds(by=None)
    Look.load().save()
    front = starting_tree(organisation=home.organisation, website=home.website)
    plant(front, languages=answers.language_codes, by=None)


def _administrator(answers: Answers) -> None:
    user = User.objects.create_user(answers.administrator, password=answers.password)
    user.groups.add(ensure_roles()[ADMINISTRATOR])


def _home(answers: Answers) -> Mapping[str, object]:
    place = Place(
        slug=slugify(answers.town) or "hem",
        country=answers.country.upper(),
        latitude=_degrees(answers.lat) if answers.lat else None,
        longitude=_degrees(answers.lon) if answers.lon else None,
        local_language=answers.language_codes[0],
    )
    name = PlaceName(name=answers.town, role=PlaceName.Role.OFFICIAL)
    names = {"sv": answers.municipality, "en": answers.municipality_en}
    return {
        "place": edit_place(place=place, values={}, parts=[name], by=None),
        "organisation": {code: said for code, said in names.items() if said},
        "visiting_street": answers.street,
        "postal_box": answers.box,
        "postcode": answers.postcode,
        "post_town": answers.post_town,
        "phone": answers.phone,
        "fax": answers.fax,
        "mailbox": answers.mailbox,
        "website": answers.website,
    }


def _degrees(text: str) -> Decimal:
    return round(Decimal(text.replace(",", ".")), 5)


def _check_degrees(text: str, most: int) -> str:
    try:
        is_on_earth = abs(_degrees(text)) <= most
    except InvalidOperation:
        is_on_earth = False
    words = _("Write degrees as a decimal number between %(least)s and %(most)s, such as 56.6616.")
    return "" if is_on_earth else words % {"least": -most, "most": most}


def _check_country(text: str, answers: Answers) -> str:
    is_known = len(text) == 2 and text.isalpha() and text.upper() in Locale("en").territories
    return "" if is_known else _("Write the country’s code of two letters (ISO 3166), such as SE.")


def _check_languages(text: str, answers: Answers) -> str:
    known = [code for code, _name in settings.LANGUAGES]
    codes = answers.language_codes
    if codes[:1] == known[:1] and set(codes) <= set(known) and len(codes) == len(set(codes)):
        return ""
    words = _("Known languages are %(known)s, and %(first)s comes first.")
    return words % {"known": ", ".join(known), "first": known[0]}


def _check_password(text: str, answers: Answers) -> str:
    validate_password(answers.password, User(username=answers.administrator))
    return ""


def _check_user(text: str, answers: Answers) -> str:
    User._meta.get_field("username").clean(text, None)
    return ""


def _check_with(validator: Callable[[str], None]) -> Check:
    def check(text: str, answers: Answers) -> str:
        validator(text)
        return ""

    return check


_CHECKS: Mapping[str, Check] = {
    "lat": lambda text, answers: _check_degrees(text, 90),
    "lon": lambda text, answers: _check_degrees(text, 180),
    "country": _check_country,
    "languages": _check_languages,
    "administrator": _check_user,
    "password": _check_password,
    "mailbox": _check_with(EmailValidator()),
    "website": _check_with(URLValidator(schemes=["http", "https"])),
}
