"""The fixed sizes in which the public gets a picture."""

from typing import Any

from django.dispatch import Signal
from wagtail.images.models import Filter

# Sent with `instance` when a saved picture has all its sizes: only now may it be published.
sizes_made = Signal()

WIDTHS = (320, 640, 1280)


def spec(width: int) -> str:
    """Wagtail's words for "this wide, never enlarged, as WebP"."""
    return f"width-{width}|format-webp"


def make_renditions(picture: Any) -> None:
    """Make the public sizes of a media.Picture that are not there yet; unreadable files raise Willow's errors."""
    # Asked of the database and made one by one: Wagtail would believe its cache, which outlives a transaction
    # rolled back, and writes several in bulk, past the `save` that takes the fingerprint.
    there = set(picture.renditions.model.objects.filter(image=picture).values_list("filter_spec", flat=True))
    for width in WIDTHS:
        if spec(width) not in there:
            picture.create_rendition(Filter(spec=spec(width)))
    sizes_made.send(sender=type(picture), instance=picture)
