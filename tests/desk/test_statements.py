"""The accessibility statement in the editors' site: half a draft is saved, half a page is refused, a year is told."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from vanort.accounts.roles import COORDINATOR
from vanort.desk.statements import is_old, old_or_missing_statements
from vanort.pages.models import AccessibilityStatementPage, FrontPage
from vanort.pages.starter import plant
from vanort.pages.starting_tree import starting_tree

from .test_pages import fields

ON = date(2026, 11, 24)
TYPED = {
    "conformity": "full",
    "burden": "none",
    "exemption": "none",
    "assessed_on": "2026-11-02",
    "updated_on": "2026-11-24",
    "method": "self",
    "feedback_page": "",
    "feedback_url": "https://www.kalmar.example/synpunkter",
    "authority_name": "Myndigheten",
    "authority_url": "https://www.myndigheten.example/",
}


@pytest.fixture
def draft(wismar):
    plant(starting_tree(organisation={"sv": "Kalmar kommun"}, website=""), languages=["sv", "en"], by=None)
    return AccessibilityStatementPage.objects.get(slug="tillganglighet")


def send(client, page, action, **typed):
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    opened = fields(client.get(address).content.decode())
    streams = {f"{name}-count": "0" for name in ("body", "shortcomings", "burdens", "exempted")}
    comments = {f"comments-{part}": "0" for part in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS")}
    empty = {"lead": "", "title": page.title, "slug": page.slug, "conformity": "", "method": ""}
    form = opened | streams | comments | empty | {"burden": "", "exemption": ""} | typed
    return client.post(address, form | ({"action-publish": "action-publish"} if action == "publish" else {}))


def test_half_a_draft_is_saved(draft, signed_in):
    assert send(signed_in(COORDINATOR), draft, "save", authority_name="Myndigheten").status_code == 302
    draft.refresh_from_db()
    latest = draft.get_latest_revision_as_object()
    assert latest.authority_name == "Myndigheten" and not draft.live


def test_half_a_page_is_refused_with_which_part_and_what_to_do(draft, signed_in):
    answer = send(signed_in(COORDINATOR), draft, "publish", **TYPED | {"method": "", "feedback_url": ""})
    text = answer.content.decode()
    assert answer.status_code == 200
    assert "Metoden saknas. Välj vem som har granskat webbplatsen." in text
    assert "Funktionen för synpunkter saknas." in text
    assert "Förenligheten saknas" not in text
    draft.refresh_from_db()
    assert not draft.live


def test_a_mail_address_is_no_feedback_function(draft, signed_in):
    answer = send(signed_in(COORDINATOR), draft, "publish", **TYPED | {"feedback_url": "mailto:kommun@kalmar.example"})
    assert answer.status_code == 200
    draft.refresh_from_db()
    assert not draft.live


def test_a_whole_one_is_published(draft, signed_in):
    assert send(signed_in(COORDINATOR), draft, "publish", **TYPED).status_code == 302
    draft.refresh_from_db()
    assert draft.live and draft.assessed_on == date(2026, 11, 2)


def test_start_tells_in_which_languages_there_is_none(draft, signed_in):
    text = signed_in(COORDINATOR).get(reverse("desk:to_do")).content.decode()
    assert "Det finns ingen publik tillgänglighetsredogörelse på språket (sv)." in text
    assert reverse("wagtailadmin_pages:edit", args=[draft.pk]) in text
    assert len(list(old_or_missing_statements(ON))) == 2


def test_without_a_draft_the_button_leads_to_a_new_one(draft):
    AccessibilityStatementPage.objects.all().delete()
    front = FrontPage.objects.get(slug="sv")
    assert f"/add/pages/accessibilitystatementpage/{front.pk}/" in next(old_or_missing_statements(ON)).href


def test_no_pages_no_statement_is_asked_for(db):
    assert not list(old_or_missing_statements(ON))


def test_a_year_after_the_assessment_start_asks_for_another(draft, signed_in):
    assert send(signed_in(COORDINATOR), draft, "publish", **TYPED).status_code == 302
    told = [one.what for one in old_or_missing_statements(date(2027, 11, 2))]
    assert len(told) == 1  # English has none
    late = [one for one in old_or_missing_statements(date(2027, 11, 3)) if one.since]
    assert [one.about for one in late] == ["Tillgänglighetsredogörelse"]


@pytest.mark.parametrize(
    ("assessed", "on", "expected"),
    [
        (date(2025, 11, 24), ON, False),
        (date(2025, 11, 23), ON, True),
        (date(2024, 12, 31), ON, True),
        (date(2025, 12, 1), ON, False),
        (date(2024, 2, 29), date(2025, 2, 28), False),
        (date(2024, 2, 29), date(2025, 3, 1), True),
        (None, ON, False),
    ],
)
def test_old_is_more_than_twelve_months(assessed, on, expected):
    assert is_old(assessed, on) is expected


def test_what_was_assessed_today_is_not_old():
    assert not is_old(timezone.localdate() - timedelta(days=1), timezone.localdate())
