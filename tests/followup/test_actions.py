"""Making a review, and taking it back."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from vanort.accounts.models import User
from vanort.changes.models import Change
from vanort.changes.undo import undo
from vanort.followup.actions import PERIODS, review
from vanort.followup.models import Review

from ..days import TODAY

pytestmark = pytest.mark.django_db
PAGE = {"subject_type": "page", "subject_id": 4, "subject_label": "Våra vänorter", "unit": {"sv": "Kansliet"}}


@pytest.fixture
def kim():
    return User.objects.create(username="kim", first_name="Kim", last_name="Exempelsson")


def test_a_review_is_one_line_in_the_log_under_the_page(kim):
    change = review(**PAGE, on=TODAY, by=kim, months=12)
    made = Review.objects.get()
    assert (made.reviewed_on, made.next_on, made.by_name) == (TODAY, date(2027, 11, 24), kim.display_name)
    assert (change.subject_type, change.subject_id, change.verb) == ("page", "4", "review.made")
    assert change.rows[0]["after"]["next_on"] == "2027-11-24"


@pytest.mark.parametrize("months", PERIODS)
def test_the_next_review_may_be_agreed_for_each_period(months):
    review(**PAGE, on=TODAY, by=None, months=months)
    assert Review.objects.get().next_on > TODAY


def test_other_periods_and_unknown_languages_are_refused():
    with pytest.raises(ValidationError):
        review(**PAGE, on=TODAY, by=None, months=13)
    with pytest.raises(ValidationError):
        review(**PAGE | {"unit": {"xx": "?"}}, on=TODAY, by=None, months=12)
    with pytest.raises(ValidationError):
        review(**PAGE | {"subject_type": "cat"}, on=TODAY, by=None, months=12)
    assert not Review.objects.exists() and not Change.objects.exists()


def test_a_new_review_stands_beside_the_former_and_undoing_withdraws_it(kim):
    review(**PAGE, on=date(2015, 4, 24), by=None)
    latest = review(**PAGE, on=TODAY, by=kim, months=3)
    assert Review.objects.kept().count() == 2
    undo(latest, by=kim)
    assert Review.objects.count() == 2
    assert Review.objects.kept().get().reviewed_on == date(2015, 4, 24)


def test_the_database_refuses_a_next_review_before_this_one():
    with pytest.raises(IntegrityError):
        Review.objects.create(subject_type="page", subject_id=4, reviewed_on=TODAY, next_on=TODAY)
