"""Contact cards on our screens: written, confirmed, named on pages and ties, passed on when somebody leaves."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page

from vanort.accounts.roles import COORDINATOR, WEB_EDITOR
from vanort.contacts.actions import save_card
from vanort.contacts.models import ContactCard, Organisation, Person, Unit
from vanort.pages.facts import load_facts
from vanort.pages.models import FrontPage, PageContact, SectionPage
from vanort.pages.starter import Leaf, Sheet, plant
from vanort.relations.models import RelationContact

from ..contacts.conftest import a_card, ida, nils, office  # noqa: F401  fixtures


@pytest.fixture
def robin(signed_in):
    return signed_in(WEB_EDITOR)


@pytest.fixture
def page(db, settings):
    plant(
        Leaf(FrontPage, {"sv": Sheet("Hem")}, children=(Leaf(SectionPage, {"sv": Sheet("Om oss", "om")}),)),
        languages=("sv",),
        by=None,
    )
    return SectionPage.objects.get(slug="om")


def filled(card=None, **more):
    given = {
        "role_sv": "Samordnare", "unit": Unit.objects.first().pk, "side": "ours", "legal_basis": "public_task",
        "shown": ["visiting", "postal", "phone", "mobile", "email"], "email": "nils@kalmar.example",
    }  # fmt: skip
    return given | ({"version": card.version} if card else {}) | more


def texts(answer):
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def test_a_unit_in_a_new_organisation_is_one_form(robin, db):
    answer = robin.post(
        reverse("desk:new_unit"), {"names_sv": "Kansliet", "new_organisation_sv": "Kalmar kommun", "country": "SE"}
    )
    assert answer.status_code == 302
    assert str(Unit.objects.get()) == "Kansliet, Kalmar kommun" and Organisation.objects.get().country == "SE"


def test_a_card_for_somebody_new_is_one_form_and_is_confirmed_by_it(robin, office):  # noqa: F811
    answer = robin.post(reverse("desk:new_card"), filled(new_person="Nils Påhittsson", phone="031 390 06 12"))
    assert answer.status_code == 302
    card = ContactCard.objects.get()
    assert (card.person.name, card.email_class, card.confirmed_on) == (
        "Nils Påhittsson",
        "protected",
        timezone.localdate(),
    )


def test_what_is_refused_comes_back_with_what_was_typed(robin, office):  # noqa: F811
    answer = robin.post(reverse("desk:new_card"), filled(phone="växeln"))
    assert answer.status_code == 422 and "inget telefonnummer" in texts(answer)
    assert b'value="v\xc3\xa4xeln"' in answer.content


def test_a_form_that_has_grown_old_is_refused_and_names_the_field(robin, nils):  # noqa: F811
    old = nils.version
    save_card(card=nils, values={"mobile": "070-174 06 12"}, by=None)
    answer = robin.post(reverse("desk:card", args=[nils.pk]), filled(nils, version=old, person=nils.person_id))
    assert answer.status_code == 409 and "mobil" in texts(answer)


def test_confirming_is_one_press(robin, nils):  # noqa: F811
    ContactCard.objects.update(confirmed_on=timezone.localdate() - timedelta(days=400))
    assert "Ingen har bekräftat kontaktkortet på ett år." in texts(robin.get(reverse("desk:to_do")))
    answer = robin.post(reverse("desk:confirm_card", args=[nils.pk]), {"version": nils.version})
    assert answer.status_code == 302
    assert ContactCard.objects.get().confirmed_on == timezone.localdate()
    assert "Ingen har bekräftat" not in texts(robin.get(reverse("desk:to_do")))


def test_a_card_that_soon_ends_is_found_until_somebody_takes_over(robin, nils, ida):  # noqa: F811
    ContactCard.objects.filter(pk=nils.pk).update(ends_on=timezone.localdate() + timedelta(days=20))
    assert "och ingen tar över" in texts(robin.get(reverse("desk:to_do")))
    ContactCard.objects.filter(pk=nils.pk).update(heir=ida)
    assert "och ingen tar över" not in texts(robin.get(reverse("desk:to_do")))


def test_contacts_are_named_on_a_page_in_order(robin, page, nils, ida):  # noqa: F811
    address = reverse("desk:page_contacts", args=[page.pk])
    answer = robin.post(address, {"seen": "", "contact_0": ida.pk, "contact_1": nils.pk})
    assert answer.status_code == 302
    assert load_facts("default").page_cards == {str(page.translation_key): (ida.pk, nils.pk)}
    assert robin.post(address, {"seen": "", "contact_0": nils.pk}).status_code == 409
    assert "/om/" in texts(robin.get(reverse("desk:card", args=[nils.pk])))


def test_contacts_of_a_page_hold_in_its_other_language(robin, page, nils, ida):  # noqa: F811
    english = Locale.objects.get_or_create(language_code="en")[0]
    root = Page.get_first_root_node()
    front = root.add_child(instance=FrontPage(title="Home", slug="en", locale=english))
    twin = front.add_child(
        instance=SectionPage(title="About", slug="about", locale=english, translation_key=page.translation_key)
    )
    robin.post(reverse("desk:page_contacts", args=[page.pk]), {"seen": "", "contact_0": nils.pk})
    robin.post(reverse("desk:page_contacts", args=[twin.pk]), {"seen": str(nils.pk), "contact_0": ida.pk})
    assert [row.card_id for row in PageContact.objects.all()] == [ida.pk]


def test_contacts_are_named_on_a_tie(signed_in, wismar, nils):  # noqa: F811
    kim = signed_in(COORDINATOR)
    address = reverse("desk:tie_contacts", args=[wismar.pk])
    assert kim.post(address, {"version": wismar.version, "contact_0": nils.pk}).status_code == 302
    assert "Nils Påhittsson" in texts(kim.get(reverse("desk:tie", args=[wismar.pk])))
    assert kim.post(address, {"version": wismar.version}).status_code == 409


def test_when_somebody_leaves_nothing_points_to_them_any_more(robin, signed_in, wismar, page, nils, ida):  # noqa: F811
    robin.post(reverse("desk:page_contacts", args=[page.pk]), {"seen": "", "contact_0": nils.pk, "contact_1": ida.pk})
    signed_in(COORDINATOR).post(
        reverse("desk:tie_contacts", args=[wismar.pk]), {"version": wismar.version, "contact_0": nils.pk}
    )
    leaving = {"version": nils.version, "heir": ida.pk, "from_on": timezone.localdate().isoformat()}
    assert robin.post(reverse("desk:pass_on_card", args=[nils.pk]), leaving).status_code == 302
    assert [row.card_id for row in RelationContact.objects.all()] == [ida.pk]
    assert [row.card_id for row in PageContact.objects.all()] == [ida.pk]
    assert not ContactCard.objects.visible(timezone.localdate()).filter(pk=nils.pk).exists()
    assert "Ida Påhittsdotter" in texts(robin.get(reverse("desk:card", args=[nils.pk])))


def test_who_leaves_later_is_shown_until_then(robin, page, nils, ida):  # noqa: F811
    robin.post(reverse("desk:page_contacts", args=[page.pk]), {"seen": "", "contact_0": nils.pk})
    day = timezone.localdate() + timedelta(days=30)
    leaving = {"version": nils.version, "heir": ida.pk, "from_on": day.isoformat()}
    assert robin.post(reverse("desk:pass_on_card", args=[nils.pk]), leaving).status_code == 302
    card = ContactCard.objects.get(pk=nils.pk)
    assert (card.ends_on, card.heir_id) == (day - timedelta(days=1), ida.pk)
    assert PageContact.objects.get().card_id == nils.pk


def test_a_person_is_chosen_or_written_not_both(robin, nils):  # noqa: F811
    answer = robin.post(
        reverse("desk:card", args=[nils.pk]), filled(nils, person=nils.person_id, new_person="Någon Annan")
    )
    assert answer.status_code == 422 and Person.objects.count() == 1


def test_the_list_says_which_are_outside_their_days(robin, nils, office):  # noqa: F811
    a_card(office, "Eva", ends_on=timezone.localdate() - timedelta(days=1))
    body = texts(robin.get(reverse("desk:cards")))
    assert body.index("Nils Påhittsson") < body.index("Eva") < body.index("utanför sina dagar")
