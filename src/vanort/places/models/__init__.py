from .fact import PlaceFact
from .home import Home
from .name import PlaceName
from .place import Place, PlaceSlug
from .sourced import Sourced

__all__ = ["Home", "Place", "PlaceFact", "PlaceName", "PlaceSlug", "Sourced"]
