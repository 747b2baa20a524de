"""Role × screen × method: what a role may not do is refused by the server, whatever the page shows."""

import pytest
from django.test import Client
from django.urls import reverse

from vanort.accounts.roles import ADMINISTRATOR, COORDINATOR, READER, WEB_EDITOR
from vanort.changes.models import Change
from vanort.contacts.actions import save_card, save_organisation, save_unit
from vanort.contacts.models import ContactCard, Organisation, Unit
from vanort.relations.models import Relation

pytestmark = pytest.mark.usefixtures("tree")
EVERYBODY = {READER, WEB_EDITOR, COORDINATOR, ADMINISTRATOR}
KEEPERS = {COORDINATOR, ADMINISTRATOR}
REVIEWERS = {WEB_EDITOR, *KEEPERS}
ALONE = {ADMINISTRATOR}
WRITERS = {WEB_EDITOR, COORDINATOR, ADMINISTRATOR}

# name of the screen: who reads it, who may send its form ("" where it has none)
SCREENS = {
    "start": (EVERYBODY, set()),
    "to_do": (EVERYBODY, set()),
    "ties": (EVERYBODY, set()),
    "ties_file": (EVERYBODY, set()),
    "new_tie": (KEEPERS, KEEPERS),
    "add_count": (KEEPERS, KEEPERS),
    "tie": (EVERYBODY, set()),
    "change_status": (KEEPERS, KEEPERS),
    "add_start": (KEEPERS, KEEPERS),
    "edit_tie": (KEEPERS, KEEPERS),
    "show_tie": (KEEPERS, KEEPERS),
    "hide_tie": (KEEPERS, KEEPERS),
    "places": (EVERYBODY, set()),
    "new_place": (EVERYBODY, KEEPERS),
    "place": (EVERYBODY, KEEPERS),
    "home": (EVERYBODY, ALONE),
    "kinds": (EVERYBODY, set()),
    "new_kind": (ALONE, ALONE),
    "kind": (EVERYBODY, ALONE),
    "cards": (EVERYBODY, set()),
    "new_card": (WRITERS, WRITERS),
    "card": (EVERYBODY, WRITERS),
    "confirm_card": (WRITERS, WRITERS),
    "pass_on_card": (WRITERS, WRITERS),
    "new_unit": (WRITERS, WRITERS),
    "unit": (EVERYBODY, WRITERS),
    "tie_contacts": (KEEPERS, KEEPERS),
    "pages": (EVERYBODY, set()),
    "review_town": (EVERYBODY, REVIEWERS),
    "log": (EVERYBODY, set()),
    "log_file": (EVERYBODY, set()),
    "undo": (EVERYBODY, EVERYBODY),
    "publish_now": (KEEPERS, KEEPERS),
}
OF_A_TIE = {"tie", "change_status", "add_start", "edit_tie", "show_tie", "hide_tie", "tie_contacts"}
OF_A_CARD = {"card", "confirm_card", "pass_on_card"}


def a_card_of_ours():
    """The one contact card, made when it is first asked for."""
    if found := ContactCard.objects.first():
        return found
    organisation = save_organisation(organisation=Organisation(), values={"names": {"sv": "Kalmar kommun"}}, by=None)
    unit = save_unit(unit=Unit(), values={"organisation": organisation, "names": {"sv": "Kansliet"}}, by=None)
    return save_card(card=ContactCard(), values={"unit": unit, "role": {"sv": "Samordnare"}}, by=None)


def address(name, tie):
    if name in OF_A_TIE:
        return reverse(f"desk:{name}", args=[tie.pk])
    if name == "review_town":
        return reverse("desk:review_town", args=[tie.place_id, "sv"])
    if name in OF_A_CARD:
        return reverse(f"desk:{name}", args=[a_card_of_ours().pk])
    if name == "unit":
        return reverse("desk:unit", args=[a_card_of_ours().unit_id])
    if name == "place":
        return reverse("desk:place", args=[tie.place_id])
    if name == "kind":
        return reverse("desk:kind", args=[tie.kind_id])
    return reverse(f"desk:{name}")


@pytest.mark.parametrize("role", sorted(EVERYBODY))
def test_a_screen_is_read_by_those_whose_role_includes_it(role, signed_in, wismar):
    client = signed_in(role)
    read = {name: client.get(address(name, wismar)).status_code for name in SCREENS}
    assert read == {name: 200 if role in readers else 403 for name, (readers, _writers) in SCREENS.items()}


@pytest.mark.parametrize("role", sorted(EVERYBODY))
def test_a_form_is_taken_from_those_whose_role_includes_it(role, signed_in, wismar):
    client = signed_in(role)
    for name, (_readers, writers) in SCREENS.items():
        status = client.post(address(name, wismar), {}).status_code
        allowed = (200, 302, 422) if role in writers else (403,) if writers else (403, 405)
        assert status in allowed, name


def test_without_signing_in_every_screen_leads_to_sign_in(wismar):
    for name in SCREENS:
        for method in ("get", "post"):
            answer = getattr(Client(), method)(address(name, wismar))
            assert answer.status_code in (302, 405), name
            assert answer.status_code == 405 or answer["Location"].startswith("/redigera/admin/login/")


def test_the_reader_changes_nothing_with_a_form_that_is_filled_in(signed_in, wismar):
    before, reader = Change.objects.count(), signed_in(READER)
    filled = {"version": wismar.version, "status": "ended", "effective": "idag", "side": "ours", "basis": "decided"}
    assert reader.post(reverse("desk:change_status", args=[wismar.pk]), filled).status_code == 403
    assert reader.post(reverse("desk:hide_tie", args=[wismar.pk]), filled).status_code == 403
    assert Change.objects.count() == before
    assert Relation.objects.get().is_public


@pytest.mark.parametrize("path", ["users/", "users/new/", "redirects/", "settings/theme/look/"])
def test_settings_are_for_the_administrator(path, signed_in, wismar):
    for role in EVERYBODY:
        answer = signed_in(role).get(f"/redigera/admin/{path}", follow=True)
        is_let_in = answer.redirect_chain == [] or all(
            "login" not in url and url != "/redigera/admin/" for url, _ in answer.redirect_chain
        )
        assert is_let_in == (role == ADMINISTRATOR), role


def test_an_administrator_makes_nobody_a_superuser(signed_in, people, db):
    administrator, victim = signed_in(ADMINISTRATOR), people[READER]
    filled = {
        "username": victim.username,
        "first_name": "A",
        "last_name": "B",
        "email": "a@kalmar.example",
        "is_active": "on",
        "is_superuser": "on",
    }
    assert administrator.post(f"/redigera/admin/users/edit/{victim.pk}/", filled).status_code == 302
    victim.refresh_from_db()
    assert victim.first_name == "A" and not victim.is_superuser


def test_an_administrator_cannot_give_a_superuser_a_new_password(signed_in, people, db):
    people[READER].is_superuser = True
    people[READER].save()
    assert signed_in(ADMINISTRATOR).get(f"/redigera/admin/users/edit/{people[READER].pk}/").status_code == 404


def test_the_menu_has_what_there_is_and_nothing_else(signed_in, wismar):
    from django.test import RequestFactory
    from wagtail.admin.menu import admin_menu, settings_menu

    def shown(role, menu):
        request = RequestFactory().get("/")
        request.user = signed_in(role) and role_user(role)
        return [item.name for item in menu.menu_items_for_request(request)]

    def role_user(role):
        from vanort.accounts.models import User

        return User.objects.get(groups__name=role)

    assert shown(COORDINATOR, admin_menu) == [
        "start",
        "ties",
        "explorer",
        "images",
        "documents",
        "cards",
        "to_do",
        "log",
    ]
    assert shown(READER, admin_menu) == ["start", "ties", "pages", "cards", "to_do", "log"]
    assert shown(ADMINISTRATOR, admin_menu)[-1] == "settings"
    assert set(shown(ADMINISTRATOR, settings_menu)) == {"home", "places", "kinds", "users", "utseende", "redirects"}
