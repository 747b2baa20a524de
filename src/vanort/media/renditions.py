"""The fixed sizes in which the public gets a picture."""

from typing import Any

from django.dispatch import Signal

# Sent with `instance` when a saved picture has all its sizes: only now may it be published.
sizes_made = Signal()

WIDTHS = (320, 640, 1280)


def spec(width: int) -> str:
    """Wagtail's words for "this wide, never enlarged, as WebP"."""
    return f"width-{width}|format-webp"


def make_renditions(picture: Any) -> None:
    """Make the public sizes of a media.Picture that are not there yet; unreadable files raise Willow's errors."""
    picture.get_renditions(*(spec(width) for width in WIDTHS))
    sizes_made.send(sender=type(picture), instance=picture)
