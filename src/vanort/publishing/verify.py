"""What must hold of a release before a visitor may see it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from .plan import Answer
from .reading import Reading, Readings
from .routes import ADDRESSES, reaches_django

_OUTSIDE = ("mailto:", "tel:", "sms:", "data:")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: on which address, of which kind, and the link or text that shows it."""

    address: str
    kind: str
    target: str = ""


def verify(answers: Mapping[str, Answer], readings: Readings, base_url: str) -> list[Finding]:
    """Return what is wrong with a release that would give these answers; an empty list when nothing is.

    `base_url` is the public origin without a slash at its end: what a page states about itself (canonical,
    alternate) is absolute and must lead to an address of this release too. A link that somebody wrote with the
    whole origin may lead to a neighbour on the same host and is not looked at.
    """
    return [finding for address in answers for finding in _findings(address, answers, readings, base_url)]


def _findings(address: str, answers: Mapping[str, Answer], readings: Readings, base_url: str) -> Iterator[Finding]:
    answer = answers[address]
    if answer.entry.location:
        yield from _of_redirect(address, answer.entry.location, answers)
        return
    reading = readings.of(answer)
    if answer.entry.type.startswith("text/html"):
        yield from _of_page(address, reading)
    for kind, text in reading.faults:
        yield Finding(address, kind, text)
    yield from _of_links(address, reading, answers, readings)
    yield from _of_fetches(address, reading, answers)
    for stated in reading.states:
        if stated.startswith(base_url + "/") and stated.removeprefix(base_url) not in answers:
            yield Finding(address, "dead_link", stated)


def _of_redirect(address: str, location: str, answers: Mapping[str, Answer]) -> Iterator[Finding]:
    seen = {address}
    while location.startswith("/") and not location.startswith("//"):
        path = urldefrag(location).url
        if path in seen:
            yield Finding(address, "redirect_loop", location)
            return
        if path not in answers:
            yield Finding(address, "dead_link", location)
            return
        seen.add(path)
        location = answers[path].entry.location


def _of_page(address: str, reading: Reading) -> Iterator[Finding]:
    if not reading.title:
        yield Finding(address, "no_title")
    if not reading.language:
        yield Finding(address, "no_language")


def _of_links(address: str, reading: Reading, answers: Mapping[str, Answer], readings: Readings) -> Iterator[Finding]:
    for written in reading.follows:
        if written.startswith("javascript:"):
            yield Finding(address, "inline_script", written[:60])
        elif not is_outside(written):
            path, fragment = leads_to(address, written)
            yield from _of_target(address, written, path, fragment, answers, readings)


def _of_target(
    address: str, written: str, path: str, fragment: str, answers: Mapping[str, Answer], readings: Readings
) -> Iterator[Finding]:
    if path in ADDRESSES:
        return
    if reaches_django(path):
        yield Finding(address, "editors_link", written)
        return
    answer = answers.get(path)
    if answer is not None and answer.entry.location:
        answer = answers.get(urldefrag(answer.entry.location).url, answer)
    if answer is None:
        yield Finding(address, "dead_link", written)
    elif _is_dead(fragment, answer, readings):
        yield Finding(address, "dead_fragment", written)


def _is_dead(fragment: str, answer: Answer, readings: Readings) -> bool:
    """Only pages have places to lead to; the top of one is always there."""
    if fragment in ("", "top") or not answer.entry.type.startswith("text/html"):
        return False
    return fragment not in readings.of(answer).ids


def _of_fetches(address: str, reading: Reading, answers: Mapping[str, Answer]) -> Iterator[Finding]:
    for written in reading.fetches:
        if written.startswith(("data:", "#")):
            continue
        if is_outside(written):
            yield Finding(address, "foreign_resource", written)
        elif leads_to(address, written)[0] not in answers:
            yield Finding(address, "dead_link", written)


def is_outside(written: str) -> bool:
    """Say whether what is written leads to another host, or to no address at all (mail, telephone)."""
    return written.startswith(_OUTSIDE) or bool(urlsplit(written).netloc)


def leads_to(address: str, written: str) -> tuple[str, str]:
    """Return path and fragment that a link on a page leads to; the query is the reader's, not the file's."""
    # Joining takes a third of the whole check, and most links begin at the root.
    is_whole = written.startswith("/") and "/." not in written
    whole, fragment = urldefrag(written if is_whole else urljoin(address, written))
    return unquote(urlsplit(whole).path), unquote(fragment.split(":~:")[0])
