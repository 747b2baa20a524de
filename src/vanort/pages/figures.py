"""The computed sentence and the computed figures: what the public reads about numbers, in its language."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from vanort.pages.census import STATUSES, Census, Counted, by_kind
from vanort.pages.facts.shapes import KindFacts
from vanort.places.words import said
from vanort.theme.formats import NBSP, joined, number
from vanort.theme.texts import Texts


@dataclass(frozen=True)
class Figure:
    """One number with what it counts, out of how many, and whose count it is; ``href`` leads to what it counts."""

    value: str
    label: str
    source: str
    href: str = ""


def sentence(counted: Census, language: str) -> Markup:
    """``8 vänorter i 8 länder och 2 partnerskap: 3 aktiva, 1 pausat, 6 oklara; 1 tidigare samarbete.``

    Each number is a link to what it counts on the same page.
    """
    texts = Texts(language)
    told = _going(counted, texts)
    if told:
        told = Markup("{}: {}").format(told, Markup(", ").join(_statuses(counted, texts)))
    parts = [part for part in (told, _prepared(counted, texts), _former(counted, texts)) if part]
    if not parts:
        return Markup.escape(texts._("No ties are recorded."))
    return Markup("{}.").format(Markup("; ").join(parts))


def count_heading(counted: Census, language: str) -> str:
    """``8 vänorter i 8 länder``; without any, what else there is."""
    texts = Texts(language)
    if counted.twin_towns:
        return _in_countries(_twin_towns(counted, texts), counted, texts)
    if counted.others:
        return str(joined([_kind_words(kind, len(some), texts) for kind, some in by_kind(counted.others)], language))
    return texts._("Our ties")


def figure(key: str, counted: Census, language: str, href: str) -> Figure | None:
    """The figure an editor asked for by one of ``blocks.FIGURES``; None when it would say nothing.

    ``href`` is the address of the list, empty on the list itself.
    """
    texts = Texts(language)
    return _FIGURES[key](counted, texts, href)


def status_words(status: str, count: int, texts: Texts) -> str:
    """``3 aktiva``: the adjective agrees with ``samarbete``."""
    n = number(count, texts.language)
    match status:
        case "active":
            return texts.ngettext("%(n)s active", "%(n)s active", count) % {"n": n}
        case "dormant":
            return texts.ngettext("%(n)s dormant", "%(n)s dormant", count) % {"n": n}
        case "paused":
            return texts.ngettext("%(n)s paused", "%(n)s paused", count) % {"n": n}
        case _:
            return texts.ngettext("%(n)s unclear", "%(n)s unclear", count) % {"n": n}


def _going(counted: Census, texts: Texts) -> Markup:
    parts = []
    if counted.twin_towns:
        towns = _link("#twin-towns", _twin_towns(counted, texts))
        parts.append(_in_countries(towns, counted, texts, "#countries"))
    parts += [_link("#other", _kind_words(kind, len(some), texts)) for kind, some in by_kind(counted.others)]
    return joined(parts, texts.language)


def _in_countries(towns: str, counted: Census, texts: Texts, href: str = "") -> str:
    count = len(counted.countries)
    words = texts.ngettext("%(n)s country", "%(n)s countries", count) % {"n": number(count, texts.language)}
    pattern = texts._("%(towns)s in %(countries)s")
    if not href:
        return pattern % {"towns": towns, "countries": words}
    return Markup(pattern) % {"towns": towns, "countries": _link(href, words)}  # noqa: S704  our own text


def _twin_towns(counted: Census, texts: Texts) -> str:
    kinds = by_kind(counted.twin_towns)
    count = len(counted.twin_towns)
    if len(kinds) == 1:
        return _kind_words(kinds[0][0], count, texts)
    return texts.ngettext("%(n)s twin town", "%(n)s twin towns", count) % {"n": number(count, texts.language)}


def _kind_words(kind: KindFacts, count: int, texts: Texts) -> str:
    words, _language = said(kind.singular if count == 1 else kind.plural, texts.language)
    return f"{number(count, texts.language)} {words or kind.slug}"


def _statuses(counted: Census, texts: Texts) -> list[Markup]:
    counts = [(status, len(counted.with_status(status))) for status in STATUSES]
    return [_link(f"#status-{status}", status_words(status, count, texts)) for status, count in counts if count]


def _prepared(counted: Census, texts: Texts) -> Markup | None:
    count = len(counted.prepared)
    words = texts.ngettext("%(n)s in preparation", "%(n)s in preparation", count)
    return _link("#preparation", words % {"n": number(count, texts.language)}) if count else None


def _former(counted: Census, texts: Texts) -> Markup | None:
    count = len(counted.former)
    words = texts.ngettext("%(n)s former tie", "%(n)s former ties", count)
    return _link("#former", words % {"n": number(count, texts.language)}) if count else None


def _link(href: str, text: str) -> Markup:
    # A number never parts from what it counts.
    return Markup('<a href="{}">{}</a>').format(href, text.replace(" ", NBSP, 1))


def _plain(value: int, label: str, href: str, texts: Texts) -> Figure:
    source = texts._("Counted in the municipality’s register.")
    return Figure(number(value, texts.language), label, source, href)


def _share(some: Sequence[Counted], counted: Census, label: str, href: str, texts: Texts) -> Figure | None:
    whole = len(counted.going)
    if not whole:
        return None
    of = texts._("%(some)s of %(all)s")
    value = of % {"some": number(len(some), texts.language), "all": number(whole, texts.language)}
    return Figure(value, label, texts._("Counted in the municipality’s register; former ties left out."), href)


def _figure_twin_towns(counted: Census, texts: Texts, href: str) -> Figure:
    count = len(counted.twin_towns)
    label = _in_countries(texts.ngettext("twin town", "twin towns", count), counted, texts)
    return _plain(count, label, f"{href}#twin-towns" if count else "", texts)


def _figure_ties(counted: Census, texts: Texts, href: str) -> Figure:
    count = len(counted.going)
    label = texts.ngettext("tie that is not over", "ties that are not over", count)
    return _plain(count, label, f"{href}#ties", texts)


def _figure_active(counted: Census, texts: Texts, href: str) -> Figure | None:
    some = counted.with_status("active")
    label = texts._("ties are known to be active")
    return _share(some, counted, label, f"{href}#status-active" if some else "", texts)


def _figure_known_start(counted: Census, texts: Texts, href: str) -> Figure | None:
    some = [one for one in counted.going if one.tie.starts]
    return _share(some, counted, texts._("ties have a known beginning"), f"{href}#ties", texts)


def _figure_documented(counted: Census, texts: Texts, href: str) -> Figure | None:
    some = [one for one in counted.going if one.tie.is_documented]
    return _share(some, counted, texts._("ties are confirmed by a source"), f"{href}#ties", texts)


def _figure_oldest(counted: Census, texts: Texts, href: str) -> Figure | None:
    dated = [one for one in counted.going if one.tie.starts]
    if not dated:
        return None
    oldest = min(dated, key=lambda one: one.tie.starts[0].started.earliest)
    name = oldest.tie.place.name_in(texts.language)[0]
    whole = texts._("Oldest of the %(n)s whose beginning is known.") % {"n": number(len(dated), texts.language)}
    value = oldest.tie.starts[0].started.formatted(texts.language)
    return Figure(value, texts._("%(town)s, our oldest tie") % {"town": name}, whole, f"{href}#ties")


def _figure_former(counted: Census, texts: Texts, href: str) -> Figure:
    count = len(counted.former)
    label = texts.ngettext("former tie", "former ties", count)
    return _plain(count, label, f"{href}#former" if count else "", texts)


_FIGURES = {
    "twin_towns": _figure_twin_towns,
    "ties": _figure_ties,
    "active": _figure_active,
    "known_start": _figure_known_start,
    "documented": _figure_documented,
    "oldest": _figure_oldest,
    "former": _figure_former,
}
