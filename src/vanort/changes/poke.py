"""A knock on the publisher's door: an empty datagram that says "look again".

The address is an abstract Unix socket named after the data folder: no file, no port, no limit on the length of
the folder's path. A knock that nobody hears is no error, since the publisher also looks by itself.
"""

import hashlib
import socket
from pathlib import Path


def address(data: Path) -> bytes:
    """Return the abstract socket address of the publisher of this data folder."""
    return b"\0vanort-" + hashlib.sha256(str(Path(data).resolve()).encode()).hexdigest()[:32].encode()


def poke(data: Path) -> None:
    """Tell the publisher to look for changes; never raises and never waits."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK) as sender:
        try:
            sender.sendto(b"", address(data))
        except OSError:
            return  # nobody listens: the publisher finds the change when it next looks


def listen(data: Path) -> socket.socket:
    """Return the socket on which knocks arrive; raises OSError where another publisher listens."""
    receiver = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    receiver.bind(address(data))
    return receiver
