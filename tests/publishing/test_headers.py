"""The headers that keep a visitor safe: the ten points an outside check of public sites asks for."""

import pytest

from vanort.publishing.headers import security, with_missing

KINDS = ["text/html; charset=utf-8", "text/css", "image/webp", "image/svg+xml", "application/pdf"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_answer_is_guarded(kind):
    headers = dict(security(kind))
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "frame-ancestors 'none'" in policy and "base-uri 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff" and headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
    assert headers["cross-origin-resource-policy"] == headers["cross-origin-opener-policy"] == "same-origin"
    assert "geolocation=()" in headers["permissions-policy"]
    assert "unsafe" not in policy or kind.startswith("image/")
    assert all(name == name.lower() and value.isascii() for name, value in headers.items())


def test_pages_run_only_our_own_scripts():
    policy = dict(security())["content-security-policy"]
    assert "script-src 'self';" in policy and "form-action 'self'" in policy and "object-src 'none'" in policy


@pytest.mark.parametrize("kind", ["application/pdf", "application/zip", "application/octet-stream", ""])
def test_what_editors_upload_is_downloaded_and_never_shown_as_ours(kind):
    headers = dict(security(kind))
    assert headers["content-disposition"] == "attachment" and "sandbox" in headers["content-security-policy"]


def test_a_drawing_is_shown_but_can_neither_run_nor_fetch():
    headers = dict(security("image/svg+xml"))
    assert "content-disposition" not in headers
    assert "sandbox" in headers["content-security-policy"] and "script-src" not in headers["content-security-policy"]


def test_https_is_demanded_for_two_years_and_only_over_https():
    assert "strict-transport-security" not in dict(security())
    assert dict(security(https=True))["strict-transport-security"] == "max-age=63072000; includeSubDomains"


def test_an_answer_made_elsewhere_keeps_its_own_and_gets_the_rest():
    made = [("Content-Security-Policy", "default-src 'self'"), ("set-cookie", "a=1"), ("set-cookie", "b=2")]
    whole = with_missing(made, https=False)
    assert whole[:3] == made
    assert [name for name, _value in whole].count("content-security-policy") == 0
    assert ("x-content-type-options", "nosniff") in whole
