"""Numbers as people write them, for the eye and for the phone."""

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanort.contacts.phones import Phone, phone_or_as_written, read_phone


@pytest.mark.parametrize(
    ("written", "country", "shown", "number"),
    [
        ("0480-45 00 00", "SE", "0480-45 00 00", "+46480450000"),
        ("0480 450000", "SE", "0480-45 00 00", "+46480450000"),
        ("+46 (0)480 45 00 00", "SE", "0480-45 00 00", "+46480450000"),
        ("0046480450000", "SE", "0480-45 00 00", "+46480450000"),
        ("070-174 06 05", "SE", "070-174 06 05", "+46701740605"),
        ("03841 2510", "DE", "+49 3841 2510", "+4938412510"),
        ("+48 58 323 66 00", "PL", "+48 58 323 66 00", "+48583236600"),
    ],
)
def test_a_number_is_shown_as_the_reader_writes_it_and_linked_in_e164(written, country, shown, number):
    assert read_phone(written, country) == Phone(shown, number)


@pytest.mark.parametrize("written", ["växeln", "0480", "0480-45 00 00 00 00 00 00 00", "ring mig"])
def test_what_nobody_could_call_is_refused_in_words(written):
    with pytest.raises(ValueError, match=written[:4]):
        read_phone(written, "SE")


def test_what_cannot_be_read_is_shown_as_written_without_a_link():
    assert phone_or_as_written("växeln", "SE") == Phone("växeln", "")
    assert phone_or_as_written("", "SE") is None


@given(st.integers(0, 99), st.sampled_from(["", " ", "-", " - "]), st.sampled_from(["", " "]))
def test_however_it_is_spaced_it_is_the_same_number(last, after_area, between):
    written = f"031{after_area}390{between}06{between}{last:02}"
    phone = read_phone(written, "SE")
    assert phone.number == f"+463139006{last:02}"
    assert read_phone(phone.shown, "SE") == phone


@given(st.sampled_from(["SE", "DE", "PL", "FI", "LT", "US", "UA", "IS", "NO"]))
def test_a_number_abroad_is_read_back_from_what_is_shown(country):
    example = phonenumbers.example_number(country)
    phone = read_phone(phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.E164), country)
    assert read_phone(phone.shown, "SE") == phone
