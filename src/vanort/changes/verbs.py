"""Words for what happened. Each room registers its own when it is ready."""

from collections.abc import Mapping

_labels: dict[str, object] = {}


def register(labels: Mapping[str, object]) -> None:
    """Add labels by verb, e.g. `{"relation.status_changed": _("changed the status")}`."""
    _labels.update(labels)


def label(verb: str) -> str:
    """Return the words for a verb in the language in force; an unknown verb is shown as it is."""
    return str(_labels.get(verb, verb))


def labels() -> dict[str, str]:
    """Return every verb with its words, for filters."""
    return {verb: str(words) for verb, words in _labels.items()}
