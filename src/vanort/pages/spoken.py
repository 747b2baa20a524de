"""Languages that a stretch of text can be marked with, so that it is read aloud in its own voice."""

from babel import Locale

# The languages of the towns that most Swedish municipalities have ties with.
LANGUAGES = ("sv", "en", "de", "pl", "fi", "nb", "da", "is", "lt", "et", "uk")
FEATURES = [f"lang-{code}" for code in LANGUAGES]


def style_of(code: str) -> str:
    """Name of the inline style inside the editor."""
    return f"LANG_{code.upper()}"


def label_of(code: str, shown_in: str = "sv") -> str:
    """``tyska`` for de."""
    return Locale.parse(code).get_language_name(shown_in) or code
