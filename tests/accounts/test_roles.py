"""Four roles, made once; rights by name."""

import pytest
from django.contrib.auth.models import Group

from vanort.accounts.models import User
from vanort.accounts.roles import LABELS, READER, ensure_roles, grant

pytestmark = pytest.mark.django_db


def test_the_four_roles_are_made_once():
    assert set(ensure_roles()) == set(LABELS)
    ensure_roles()
    assert Group.objects.filter(name__in=LABELS).count() == 4


def test_a_right_is_given_by_name_and_given_again_without_harm():
    for _ in range(2):
        grant(READER, ["relations.view_relation"])
    user = User.objects.create(username="r")
    user.groups.add(Group.objects.get(name=READER))
    assert user.has_perm("relations.view_relation") and not user.has_perm("relations.change_relation")


def test_a_right_that_does_not_exist_is_an_error():
    with pytest.raises(LookupError):
        grant(READER, ["relations.fly"])


def test_others_see_ones_own_name_or_the_sign_in_name():
    assert User(username="k", first_name="Kim", last_name="Ek").display_name == "Kim Ek"
    assert User(username="k").display_name == "k"
