"""What granian imports: the front of the data folder that the environment names."""

from .app import from_environment

application = from_environment()
