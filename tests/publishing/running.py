"""The front and a stand-in for Django as the processes they are in service, and a way to speak to them in bytes."""

import contextlib
import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent


class Running:
    """A process that serves on a socket we hold, as under the supervisor."""

    def __init__(self, listener: socket.socket, module: str, *words: str, **environment: str) -> None:
        self.listener = listener
        self.command = [sys.executable, "-m", module, *words, "--fd", str(listener.fileno())]
        self.environment = {**os.environ, "PYTHONPATH": str(HERE), **environment}
        self.start()

    def start(self) -> None:
        fds = [self.listener.fileno()]
        self.process = subprocess.Popen(self.command, env=self.environment, pass_fds=fds, stderr=subprocess.PIPE)

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate()


class Served:
    """A front with an editors' site behind it."""

    def __init__(self, front: Running, editors: Running) -> None:
        self.front, self.editors = front, editors
        self.port = front.listener.getsockname()[1]

    def raw(self, sent: bytes, patience: float = 0.6) -> bytes:
        """What comes back until it closes or falls silent."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=10) as call:
            call.sendall(sent)
            got, is_first = b"", True
            with contextlib.suppress(TimeoutError):
                while piece := call.recv(65536):
                    got += piece
                    if is_first:
                        call.settimeout(patience)
                        is_first = False
            return got

    def ask(self, path: str, method: str = "GET", body=None, **headers: str) -> http.client.HTTPResponse:
        """One request on a connection of its own; the body is read already as `.content`."""
        call = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        call.request(method, path, body, named, encode_chunked=body is not None and not isinstance(body, bytes))
        answer = call.getresponse()
        answer.content = answer.read()
        call.close()
        return answer


@contextlib.contextmanager
def served(data: Path, **environment: str) -> Iterator[Served]:
    """Run both until the block ends; whatever the processes said of errors is a failure of the test."""
    where = data / "e.sock"
    behind = socket.socket(socket.AF_UNIX)
    with socket.create_server(("127.0.0.1", 0), backlog=1024) as public, behind:
        behind.bind(str(where))
        behind.listen(1024)
        environment |= {"VANORT_DATA": str(data), "VANORT_UPSTREAM": f"unix:{where}"}
        front = Running(public, "vanort.publishing.front.main", **environment)
        editors = Running(behind, "vanort.publishing.engine", "editors_stub:application", "--threads", "100")
        try:
            yield Served(front, editors)
        finally:
            for one in (front, editors):
                one.process.terminate()
            complaints = [one.process.communicate(timeout=20)[1].decode() for one in (front, editors)]
        assert complaints == ["", ""], complaints
        assert (front.process.returncode, editors.process.returncode) == (0, 0)


def wait_until(is_so, patience: float = 20.0) -> None:
    """Poll until it is so."""
    deadline = time.monotonic() + patience
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.02)
