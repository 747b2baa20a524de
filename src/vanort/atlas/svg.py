"""Writing SVG: escaped, short, and without anything that a strict content policy forbids."""

from xml.sax.saxutils import escape, quoteattr


def tag(name, /, *children, **attributes):
    """An element. Attributes that are None or False are left out; a trailing _ is cut and other _ become -.

    Children are markup already; see `text`. Numbers are written whole.
    """
    written = "".join(
        f" {_name(key)}={_value(value)}" for key, value in attributes.items() if value not in (None, False)
    )
    inner = "".join(children)
    return f"<{name}{written}>{inner}</{name}>" if inner else f"<{name}{written}/>"


def text(words):
    """Escaped text."""
    return escape(words)


def _name(key):
    return key if key == "viewBox" else key.rstrip("_").replace("_", "-")


def _value(value):
    return quoteattr(f"{round(value)}" if isinstance(value, float) else str(value))
