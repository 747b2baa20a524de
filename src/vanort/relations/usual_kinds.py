"""The words that Swedish municipalities use for their ties, mapped to the neutral core: a new register starts so."""

from vanort.accounts.models import User

from .actions import save_kind
from .models import RelationKind

_Core = RelationKind.Core

# slug, core, counted as twin town, Swedish (one, several), English (one, several)
USUAL = (
    ("vanort", _Core.FORMAL, True, ("vänort", "vänorter"), ("twin town", "twin towns")),
    (
        "samarbetsort",
        _Core.LIMITED,
        False,
        ("samarbetsort", "samarbetsorter"),
        ("cooperation town", "cooperation towns"),
    ),
    ("partnerstad", _Core.LIMITED, False, ("partnerstad", "partnerstäder"), ("partner city", "partner cities")),
    ("systerort", _Core.ASSOCIATION, False, ("systerort", "systerorter"), ("sister town", "sister towns")),
    (
        "kommunalt-partnerskap",
        _Core.PROJECT,
        False,
        ("kommunalt partnerskap", "kommunala partnerskap"),
        ("municipal partnership", "municipal partnerships"),
    ),
    (
        "vanortsliknande-forbindelse",
        _Core.CONTACT,
        False,
        ("vänortsliknande förbindelse", "vänortsliknande förbindelser"),
        ("twin-like relation", "twin-like relations"),
    ),
)


def ensure_usual_kinds(*, by: User | None) -> dict[str, RelationKind]:
    """Return the usual kinds by short name, adding those that are missing; one that exists keeps its words."""
    found = {kind.slug: kind for kind in RelationKind.objects.all()}
    for position, (slug, core, is_twin_town, swedish, english) in enumerate(USUAL):
        if slug not in found:
            kind = RelationKind(
                slug=slug,
                core=core,
                is_twin_town=is_twin_town,
                singular={"sv": swedish[0], "en": english[0]},
                plural={"sv": swedish[1], "en": english[1]},
                position=position,
            )
            found[slug] = save_kind(kind=kind, by=by)
    return found
