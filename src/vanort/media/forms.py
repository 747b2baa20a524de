"""The form in which pictures are added and changed."""

from typing import Any

from wagtail.images.forms import BaseImageForm

from vanort.media.renditions import make_renditions


class PictureForm(BaseImageForm):
    """Wagtail's form; it throws all sizes away when the file is replaced, so they are made anew afterwards."""

    def save(self, commit: bool = True) -> Any:
        """The saved picture, with its public sizes when ``commit``."""
        picture = super().save(commit=commit)
        if commit:
            make_renditions(picture)
        return picture
