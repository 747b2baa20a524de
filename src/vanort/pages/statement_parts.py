"""Which parts of an accessibility statement are missing or speak against each other. Pure."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _


def lacking(page: Any, organisation: str) -> Mapping[str, str]:
    """What keeps a statement from being published, by field, in words that say what to do.

    `page` has the fields of AccessibilityStatementPage; `organisation`: the municipality's name, empty when unknown.
    """
    found = {field: words for field, words in _required() if not getattr(page, field)}
    if not organisation:
        found.setdefault(
            "service_name",
            _("The name of the municipality is missing. Write it under “Our municipality”; it is taken from there."),
        )
    return {**_rows(page), **_dates(page), **_feedback(page), **found}


def _required() -> list[tuple[str, str]]:
    return [
        ("service_name", _("The name of the service is missing. Write what readers call this site.")),
        ("conformity", _("The conformity is missing. Choose one of the three.")),
        ("burden", _("Whether anything is excepted as an unreasonable burden is missing. Answer yes or no.")),
        ("exemption", _("Whether any content is outside the law is missing. Answer yes or no.")),
        ("assessed_on", _("The date of the assessment is missing. Write the day on which the site was examined.")),
        (
            "updated_on",
            _("The date of the last update is missing. Write the day on which this text was last gone through."),
        ),
        ("method", _("The method is missing. Choose who has examined the site.")),
        ("authority_name", _("The name of the supervising authority is missing. Write it as the authority does.")),
        ("authority_url", _("The address for complaints is missing. Copy it from the authority’s own site.")),
    ]


def _rows(page: Any) -> Mapping[str, str]:
    found = {}
    is_full = page.conformity == "full"
    if page.conformity and not is_full and not page.shortcomings:
        found["shortcomings"] = _("What is not accessible is missing. List it with why, or choose “fully compliant”.")
    if is_full and page.shortcomings:
        found["shortcomings"] = _("“Fully compliant” and a list of what is not accessible do not agree. Change one.")
    for answer, rows in (("burden", "burdens"), ("exemption", "exempted")):
        given = getattr(page, rows)
        if getattr(page, answer) == "some" and not given:
            found[rows] = _("The answer above is yes, and nothing is listed. List it with why, or answer no.")
        if getattr(page, answer) == "none" and given:
            found[rows] = _("The answer above is no, and something is listed. Remove it, or answer yes.")
    for rows in ("shortcomings", "burdens", "exempted"):
        if not _are_whole(getattr(page, rows)):
            found.setdefault(rows, _("In the list, what or why is missing somewhere. Write both in each row."))
    return found


def _are_whole(stream: Iterable[Any]) -> bool:
    return all(str(row.value.get(part) or "").strip() for row in stream for part in ("what", "why"))


def _dates(page: Any) -> Mapping[str, str]:
    if page.assessed_on and page.updated_on and page.updated_on < page.assessed_on:
        return {"updated_on": _("The last update is before the assessment that it tells of. Change one of the dates.")}
    return {}


def _feedback(page: Any) -> Mapping[str, str]:
    chosen = page.feedback_page
    if not chosen and not page.feedback_url:
        words = _("The feedback function is missing. Choose a page with a form, or write the address of one elsewhere.")
        return {"feedback_url": words}
    if chosen and (not chosen.live or chosen.pk == page.pk):
        words = _("The page for feedback must be another, public page. Publish it first, or choose another.")
        return {"feedback_page": words}
    if page.feedback_url and not page.feedback_url.startswith(("https://", "http://")):
        return {"feedback_url": _("Write the address of a web page, beginning with https://.")}
    return {}
