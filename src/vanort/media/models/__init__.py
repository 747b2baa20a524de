from vanort.media.models.document import Document
from vanort.media.models.picture import Picture, PictureRendition

__all__ = ["Document", "Picture", "PictureRendition"]
