"""How a tie stands and what is known about it, in words."""

from datetime import date

from vanort.pages.facts.shapes import Event, PlaceFacts, Start, TieFacts
from vanort.places.partial_dates import PartialDate
from vanort.relations.lifecycle import Standing
from vanort.theme.texts import Texts


def status_word(status: str, texts: Texts) -> str:
    """``Aktiv``; the label of a status alone."""
    match status:
        case "active":
            return texts._("Active")
        case "dormant":
            return texts._("Dormant")
        case "paused":
            return texts._("Paused")
        case "ended":
            return texts._("Ended")
        case "preparation":
            return texts._("In preparation")
        case _:
            return texts._("Unclear")


def status_sentence(standing: Standing[Event], tie: TieFacts, home: str, texts: Texts) -> str:
    """``Avslutad av Silkeborg efter 2007``, ``Pausad i mars 2022``, ``Oklar – inget antecknat``."""
    event = standing.event
    if event is None:
        return texts._("Unclear – nothing recorded")
    if event.status == "active" and is_beginning(event, tie):
        return status_word(event.status, texts)
    return event_sentence(event, tie.place, home, texts)


def is_beginning(event: Event, tie: TieFacts) -> bool:
    """Whether an event says no more than that the tie began: then the beginning is told, and not twice."""
    day = event.effective
    return day is None or any(_overlap(day, start.started) for start in tie.starts)


def _overlap(one: PartialDate, other: PartialDate) -> bool:
    return one.earliest <= other.latest and other.earliest <= one.latest


def event_sentence(event: Event, place: PlaceFacts, home: str, texts: Texts) -> str:
    """What an event says: the status, by whom where that was somebody's act, and when."""
    word = status_word(event.status, texts)
    when = when_words(event.effective, event.is_after, texts)
    if event.status in ("ended", "paused"):
        who = _doer(event, place, home, texts)
        return _by(word, who, when, texts) if who else _plain(word, when, texts)
    return word if event.status == "unclear" else _since(word, event, texts)


def when_words(day: PartialDate | None, is_after: bool, texts: Texts) -> str:
    """``efter 2007``, ``i mars 2022``, ``den 17 maj 1991``, ``2007``; empty for no date."""
    if day is None:
        return ""
    said = day.formatted(texts.language)
    if is_after:
        return texts._("after %(date)s") % {"date": said}
    if day.is_exact:
        return texts._("on %(date)s") % {"date": said}
    if (day.latest - day.earliest).days < 32:
        return texts._("in %(month)s") % {"month": said}
    return said if day.text.endswith("~") else texts._("in %(year)s") % {"year": said}


def since_words(tie: TieFacts, is_former: bool, texts: Texts) -> str:
    """``Sedan 1968``, or why no year stands there: not recorded is not the same as not found."""
    if tie.starts and is_former:
        return texts._("Began %(date)s") % {"date": tie.starts[0].started.formatted(texts.language)}
    if tie.starts:
        return texts._("Since %(date)s") % {"date": tie.starts[0].started.formatted(texts.language)}
    if tie.start_search == "not_found":
        return texts._("Since: unknown – searched for, not found")
    return texts._("Since: unknown – not recorded")


def starts_differ(tie: TieFacts) -> bool:
    """Whether the sources can not all be right: some two of their dates have no day in common.

    A later renewal is no other beginning: claims that say what happened are left out, but for the first.
    """
    bare = [start.started for start in claims_of_beginning(tie)]
    return any(one.latest < other.earliest for one in bare for other in bare)


def claims_of_beginning(tie: TieFacts) -> list[Start]:
    """The claims about when it began: the one used, and those that only give another date."""
    return [start for at, start in enumerate(tie.starts) if at == 0 or not start.what]


def side_words(side: str, place: PlaceFacts, home: str, texts: Texts) -> str:
    """Who says so: the municipality, the other one, both, or somebody else."""
    name = place.name_in(texts.language)[0]
    if side == "both":
        return texts._("%(home)s and %(town)s") % {"home": home, "town": name}
    return {"ours": home, "theirs": name}.get(side, texts._("Somebody else"))


def is_coming(event: Event, on: date) -> bool:
    """Whether an event is recorded but not yet in force."""
    return bool(event.effective and event.effective.earliest > on)


def _doer(event: Event, place: PlaceFacts, home: str, texts: Texts) -> str:
    """Whose decision it was; empty where nobody is known to have decided."""
    if event.basis != "decided":
        return ""
    doers = {"ours": home, "theirs": place.name_in(texts.language)[0], "both": texts._("both sides")}
    return doers.get(event.side, "")


def _by(word: str, who: str, when: str, texts: Texts) -> str:
    if when:
        return texts._("%(status)s by %(who)s %(when)s") % {"status": word, "who": who, "when": when}
    return texts._("%(status)s by %(who)s, date not recorded") % {"status": word, "who": who}


def _plain(word: str, when: str, texts: Texts) -> str:
    return f"{word} {when}" if when else texts._("%(status)s, date not recorded") % {"status": word}


def _since(word: str, event: Event, texts: Texts) -> str:
    if event.effective is None:
        return word
    said = event.effective.formatted(texts.language)
    if event.status == "active" and event.basis == "observed":
        # Somebody saw then that it lived; it does not say since when.
        when = when_words(event.effective, event.is_after, texts)
        return texts._("%(status)s – last noted %(when)s") % {"status": word, "when": when}
    if event.is_after:
        return texts._("%(status)s since some time after %(date)s") % {"status": word, "date": said}
    return texts._("%(status)s since %(date)s") % {"status": word, "date": said}
