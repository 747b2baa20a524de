"""Cards are changed by actions whose log names fields and never what they said."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from vanort.changes.models import Change
from vanort.changes.undo import CannotUndo, last_undoable, undo
from vanort.changes.versions import StaleRecord
from vanort.contacts.actions import confirm_card, end_card, save_card
from vanort.contacts.models import ContactCard
from vanort.desk.log_words import line

from ..days import TODAY
from .conftest import a_card

pytestmark = pytest.mark.django_db


def test_the_log_names_fields_and_never_what_they_said(nils, django_user_model):
    robin = django_user_model.objects.create(username="robin", first_name="Robin")
    save_card(card=nils, values={"email": "n.n@kalmar.example", "mobile": "070-174 06 12"}, by=robin)
    kept = repr(list(Change.objects.values("subject_label", "rows")))
    for secret in ("Nils", "nils@", "n.n@", "390", "174", "Samordnare"):
        assert secret not in kept, secret
    told = line(Change.objects.first())
    assert {d.label for d in told.differences} == {"e-post", "mobil"}
    assert "Nils" in told.subject  # read from the card as it stands


def test_undoing_is_refused_politely_and_changes_nothing(nils, django_user_model):
    robin = django_user_model.objects.create(username="robin")
    save_card(card=nils, values={"mobile": "070-174 06 12"}, by=robin)
    with pytest.raises(CannotUndo, match="för hand"):
        undo(last_undoable(robin), by=robin)
    assert ContactCard.objects.get(pk=nils.pk).mobile == "070-174 06 12"


def test_a_stale_form_is_refused_and_names_the_field(nils):
    save_card(card=nils, values={"phone": "031-390 06 14"}, by=None, seen_version=1)
    with pytest.raises(StaleRecord) as stale:
        confirm_card(card=nils, by=None, on=TODAY, seen_version=1)
    assert "phone" in stale.value.fields


def test_the_e_mail_is_shown_as_fits_whose_it_is(office):
    assert a_card(office, email="vanorter@kalmar.example").email_class == "open"
    assert a_card(office, "Nils", email="n@kalmar.example").email_class == "protected"
    assert a_card(office, "Jo", email="j@wismar.example", side="theirs").email_class == "closed"
    assert a_card(office, email="stadt@wismar.example", side="theirs").email_class == "open"


def test_a_person_of_the_other_side_is_shown_only_by_their_own_leave(office):
    jo = a_card(office, "Jo", email="j@wismar.example", side="theirs")
    assert not ContactCard.objects.visible(TODAY).filter(pk=jo.pk).exists()
    with pytest.raises(ValidationError) as refused:
        save_card(card=jo, values={"email_class": "open"}, by=None)
    assert "email_class" in refused.value.error_dict
    save_card(card=ContactCard.objects.get(pk=jo.pk), values={"legal_basis": "leave"}, by=None)
    assert ContactCard.objects.visible(TODAY).filter(pk=jo.pk).exists()


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"phone": "växeln"}, "phone"),
        ({"role": {}}, "role"),
        ({"shown": ["email", "shoe size"]}, "shown"),
        ({"latitude": "56.6"}, "__all__"),
        ({"starts_on": date(2026, 2, 1), "ends_on": date(2026, 1, 1)}, "__all__"),
    ],
)
def test_what_makes_no_sense_is_refused(office, values, field):
    with pytest.raises(ValidationError) as refused:
        a_card(office, **values)
    assert field in refused.value.error_dict


def test_a_card_is_seen_in_its_days_only(office):
    a_card(office, starts_on=TODAY, ends_on=TODAY)
    days = [TODAY + timedelta(days=n) for n in (-1, 0, 1)]
    assert [ContactCard.objects.visible(day).count() for day in days] == [0, 1, 0]


def test_the_heir_must_be_somebody_whose_card_holds(nils, ida):
    save_card(card=ida, values={"ends_on": TODAY - timedelta(days=9)}, by=None)
    for heir in (nils, ida):
        with pytest.raises(ValidationError):
            end_card(card=nils, heir=heir, from_on=TODAY, by=None)


def test_what_was_to_pass_to_the_leaver_passes_to_the_heir(office, nils, ida):
    earlier = a_card(office, "Eva")
    end_card(card=earlier, heir=nils, from_on=TODAY - timedelta(days=30), by=None)
    end_card(card=nils, heir=ida, from_on=TODAY, by=None)
    assert ContactCard.objects.get(pk=earlier.pk).heir_id == ida.pk
    assert not ContactCard.objects.filter(heir=nils).exists()


def test_who_stays_after_all_has_no_heir(nils, ida):
    end_card(card=nils, heir=ida, from_on=TODAY, by=None)
    back = save_card(card=ContactCard.objects.get(pk=nils.pk), values={"ends_on": None}, by=None)
    assert back.heir is None
