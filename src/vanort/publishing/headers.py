"""The headers that keep a visitor safe, the same on every answer of the front.

Names are in lower case, as HTTP/2 wants them. Values are ASCII.
"""

from __future__ import annotations

Headers = list[tuple[str, str]]

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'"
)
# A picture that is opened by itself may style itself, but can neither run nor fetch anything.
POLICY_OF_PICTURE = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; sandbox"
POLICY_OF_DOCUMENT = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; sandbox"

TWO_YEARS = 63_072_000

OTHERS: tuple[tuple[str, str], ...] = (
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "strict-origin-when-cross-origin"),
    ("x-frame-options", "DENY"),
    ("cross-origin-resource-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
)
HSTS = ("strict-transport-security", f"max-age={TWO_YEARS}; includeSubDomains")

SHOWN_IN_PLACE = (
    "text/html",
    "text/css",
    "text/plain",
    "text/javascript",
    "application/javascript",
    "application/json",
    "application/manifest+json",
    "application/xml",
    "application/atom+xml",
    "text/xml",
    "image/",
    "font/",
)


def security(content_type: str = "text/html", *, https: bool = False) -> Headers:
    """All security headers of an answer of this type.

    What editors upload is never shown in the site's own context: a document is downloaded,
    a drawing is opened in a sandbox. HSTS is sent only over https, where alone it means something.
    """
    kind = content_type.partition(";")[0].strip().lower()
    headers: Headers = []
    if not kind.startswith(SHOWN_IN_PLACE):
        headers.append(("content-security-policy", POLICY_OF_DOCUMENT))
        headers.append(("content-disposition", "attachment"))
    elif kind.startswith("image/"):
        headers.append(("content-security-policy", POLICY_OF_PICTURE))
    else:
        headers.append(("content-security-policy", POLICY))
    headers.extend(OTHERS)
    if https:
        headers.append(HSTS)
    return headers


def with_missing(headers: Headers, *, https: bool) -> Headers:
    """The headers of an answer made elsewhere, and each security header that it does not set itself."""
    present = {name.lower() for name, _ in headers}
    content_type = next((value for name, value in headers if name.lower() == "content-type"), "text/html")
    wanted = security(content_type, https=https)
    return headers + [pair for pair in wanted if pair[0] not in present and pair[0] != "content-disposition"]
