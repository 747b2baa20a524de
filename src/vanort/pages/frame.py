"""Everything around the content of a page: head, breadcrumb, menus, footer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vanort.contacts.phones import phone_or_as_written
from vanort.pages.addresses import ancestors, children, in_order
from vanort.pages.facts.shapes import Facts, HomeFacts, LogoFacts, PageFacts
from vanort.pages.search_address import LONGEST_QUERY, SEARCH
from vanort.places.words import said
from vanort.theme.texts import Texts

OWN_NAMES = {"sv": "Svenska", "en": "English"}


@dataclass(frozen=True)
class Link:
    """A link; ``lang`` where its text is in another language than the page."""

    text: str
    href: str
    lang: str = ""
    is_current: bool = False


@dataclass(frozen=True)
class Tongue:
    """The same page in another language."""

    text: str
    href: str
    language: str


@dataclass(frozen=True)
class Section:
    """Links further in this part of the site."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Foot:
    """How the municipality is reached, and the footer's links."""

    visiting: str
    postal: str
    phone: str
    phone_number: str
    fax: str
    mailbox: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Frame:
    """What ``base.jinja`` needs; ``canonical`` empty for what must not be found by search."""

    language: str
    title: str
    heading: str
    description: str
    canonical: str
    alternates: tuple[tuple[str, str], ...]
    stylesheet: str
    script: str
    icon: str
    logo: LogoFacts | None
    organisation: str
    home_href: str
    header: tuple[Link, ...]
    search: str
    longest_query: int
    tongues: tuple[Tongue, ...]
    crumbs: tuple[Link, ...]
    section: Section | None
    foot: Foot


def frame(
    facts: Facts,
    language: str,
    heading: str,
    *,
    title: Sequence[str] = (),
    description: str = "",
    path: str = "",
    twins: Mapping[str, str] | None = None,
    crumbs: Sequence[Link] = (),
    section: Section | None = None,
) -> Frame:
    """The frame of one address.

    ``title``: parts before the organisation's name, the heading when empty; ``path`` empty for errors;
    ``twins``: the address in each language, this one included.
    """
    organisation, _language = said(facts.home.organisation, language)
    twins = twins or {}
    parts = [*(title or (heading,)), organisation]
    return Frame(
        language=language,
        title=" – ".join(dict.fromkeys(part for part in parts if part)),
        heading=heading,
        description=description,
        canonical=facts.base_url + path if path else "",
        alternates=_alternates(facts, twins),
        stylesheet=facts.look.stylesheet,
        script=facts.look.script,
        icon=facts.look.icon,
        logo=facts.look.logo,
        organisation=organisation,
        home_href=_front_path(facts, language),
        header=_header(facts, language, crumbs),
        search=SEARCH.get(language, ""),
        longest_query=LONGEST_QUERY,
        tongues=tuple(Tongue(OWN_NAMES.get(c, c), href, c) for c, href in twins.items() if c != language),
        crumbs=tuple(crumbs),
        section=section,
        foot=_foot(facts, language),
    )


def crumbs_to(facts: Facts, page: PageFacts, *below: Link) -> list[Link]:
    """Outside levels, the pages above, the page, and what lies below it; a lone front page has none.

    Below outside levels our front page is no level of its own: the main site's is the one above.
    """
    line = [*ancestors(facts, page), page]
    levels = [Link(level.text, level.url) for level in (line[0].levels if line[0].kind == "front" else ())]
    if levels and len(line) > 1:
        line = line[1:]
    links = [*levels, *(Link(one.crumb, one.href) for one in line), *below]
    return links if len(links) > 1 else []


def section_of(facts: Facts, page: PageFacts) -> Section | None:
    """The pages beside it that are shown in menus, and below a list; None when there is nothing to go to.

    A page of words shows those below it itself.
    """
    texts = Texts(page.language)
    above = ancestors(facts, page)
    beside = list(children(facts, above[-1])) if above and page.kind != "front" else []
    below = children(facts, page) if page.kind == "ties" else ()
    shown = [one for one in [*beside, *below] if one.is_in_menu or one.id == page.id]
    links = tuple(Link(one.crumb, one.href, is_current=one.id == page.id) for one in shown)
    if not any(not link.is_current for link in links):
        return None
    return Section(texts._("In this section"), links)


def _front_path(facts: Facts, language: str) -> str:
    fronts = (page.path for page in in_order(facts) if page.kind == "front" and page.language == language)
    return next(fronts, "/")


def _alternates(facts: Facts, twins: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    if len(twins) < 2:
        return ()
    urls = [(code, facts.base_url + path) for code, path in twins.items()]
    default = twins.get(facts.languages[0])
    return (*urls, ("x-default", facts.base_url + default)) if default else tuple(urls)


def _header(facts: Facts, language: str, crumbs: Sequence[Link]) -> tuple[Link, ...]:
    front = next((p for p in in_order(facts) if p.kind == "front" and p.language == language), None)
    if front is None:
        return ()
    # The way home is in every breadcrumb; it says nothing about where one is.
    within = {crumb.href for crumb in crumbs[1:]}
    menu = [(page.crumb, page.href) for page in children(facts, front) if page.is_in_menu]
    menu += [(link.text, link.url) for link in front.header_links]
    return tuple(Link(text, href, is_current=href in within) for text, href in menu)


def _foot(facts: Facts, language: str) -> Foot:
    home = facts.home
    country = home.place.country if home.place else "SE"
    phone = phone_or_as_written(home.phone, country, country)
    links = [Link(p.crumb, p.href) for p in in_order(facts) if p.is_in_footer and p.language == language]
    return Foot(
        visiting=home.visiting_street,
        postal=postal_line(home),
        phone=phone.shown if phone else "",
        phone_number=phone.number if phone else "",
        fax=home.fax,
        mailbox=home.mailbox,
        links=tuple(links),
    )


def postal_line(home: HomeFacts) -> str:
    """``Box 611, 391 26 Kalmar``."""
    town = f"{home.postcode} {home.post_town}".strip()
    return ", ".join(part for part in (home.postal_box, town) if part)
