"""A logo that can do nothing but be seen."""

from typing import IO
from xml.etree.ElementTree import Element, ParseError, register_namespace, tostring

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

SVG = "http://www.w3.org/2000/svg"
PNG_MAGIC = b"\x89PNG\r\n\x1a\n"
LARGEST = 60_000
ELEMENTS = frozenset(
    "svg g path rect circle ellipse line polyline polygon title desc defs clipPath mask use"
    " linearGradient radialGradient stop text tspan".split()
)


def check_logo(file: IO[bytes]) -> None:
    """Field validator: ValidationError unless the file is a small PNG or an SVG without moving parts."""
    file.seek(0)
    content = file.read()
    file.seek(0)
    clean_logo(content)


def clean_logo(content: bytes) -> tuple[bytes, str]:
    """The logo as it is published, and its content type; ValidationError when it is neither PNG nor harmless SVG."""
    if len(content) > LARGEST:
        raise ValidationError(_("The logo is larger than 60 kB."))
    if content.startswith(PNG_MAGIC):
        return content, "image/png"
    return clean_svg(content), "image/svg+xml"


def clean_svg(content: bytes) -> bytes:
    """SVG with drawing elements and plain attributes only; ValidationError when there is no drawing in it."""
    try:
        root = fromstring(content)
    except (ParseError, DefusedXmlException, ValueError) as fault:
        raise ValidationError(_("The file is neither PNG nor readable SVG.")) from fault
    if root.tag != f"{{{SVG}}}svg":
        raise ValidationError(_("The file is neither PNG nor readable SVG."))
    _strip(root)
    register_namespace("", SVG)
    return tostring(root, encoding="utf-8")


def _strip(element: Element) -> None:
    for name, value in list(element.attrib.items()):
        if not _is_harmless(name, value):
            del element.attrib[name]
    for child in list(element):
        if not isinstance(child.tag, str) or child.tag.removeprefix(f"{{{SVG}}}") not in ELEMENTS:
            element.remove(child)
        else:
            _strip(child)


def _is_harmless(name: str, value: str) -> bool:
    local = name.rsplit("}", 1)[-1].lower()
    if local.startswith("on") or local in ("style", "src"):
        return False
    if local == "href":
        return value.startswith("#")
    outward = value.replace("url(#", "").lower()
    return "url(" not in outward and "javascript:" not in outward
