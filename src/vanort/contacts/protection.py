"""Showing a protected address to who asks for it, and not to programs that gather addresses. Pure.

The page that asks carries a token: for which card, since when, and our signature. It is good from two seconds after
it was made, which a program in a hurry does not wait, for a day, which is longer than anybody needs to read.
"""

import datetime as dt
import hmac
import re
import secrets
from enum import Enum
from hashlib import sha256

EARLIEST = dt.timedelta(seconds=2)
LATEST = dt.timedelta(hours=24)
_TOKEN = re.compile(r"(?P<at>[0-9a-f]{1,16})-(?P<nonce>[0-9a-f]{16})-(?P<mac>[0-9a-f]{64})")


class Verdict(Enum):
    """What a token is worth."""

    GOOD = "good"
    EARLY = "early"
    SPENT = "spent"
    FORGED = "forged"


def issue(card_id: int, now: dt.datetime, key: str) -> str:
    """Return a token for a card. ``key`` is the installation's secret."""
    at, nonce = f"{_milliseconds(now):x}", secrets.token_hex(8)
    return f"{at}-{nonce}-{_mac(card_id, at, nonce, key)}"


def judge(token: str, card_id: int, now: dt.datetime, key: str) -> Verdict:
    """Say whether a token is ours, for this card, and of the right age; GOOD says nothing of earlier use."""
    found = _TOKEN.fullmatch(token)
    if found is None or not hmac.compare_digest(_mac(card_id, found["at"], found["nonce"], key), found["mac"]):
        return Verdict.FORGED
    age = dt.timedelta(milliseconds=_milliseconds(now) - int(found["at"], 16))
    if age < EARLIEST:
        return Verdict.EARLY
    return Verdict.GOOD if age <= LATEST else Verdict.SPENT


def mark_of(token: str) -> str:
    """What is kept of a token that has been used."""
    return sha256(token.encode()).hexdigest()


def client_mark(address: str, on: dt.date, key: str) -> str:
    """What is kept of who asked: a hash that is another one tomorrow, never the address itself."""
    return hmac.new(key.encode(), f"client {on.isoformat()} {address}".encode(), sha256).hexdigest()


def is_same_site(site: str, origin: str, host: str) -> bool:
    """Say whether a form was sent from our own page, by what the browser tells of it.

    ``site`` is Sec-Fetch-Site, ``origin`` is Origin; empty where the browser sends none, as text browsers do: the
    token still decides.
    """
    if site:
        return site == "same-origin"
    return not origin or origin.partition("://")[2] == host


def _milliseconds(now: dt.datetime) -> int:
    return int(now.timestamp() * 1000)


def _mac(card_id: int, at: str, nonce: str, key: str) -> str:
    return hmac.new(key.encode(), f"reveal {card_id} {at} {nonce}".encode(), sha256).hexdigest()
