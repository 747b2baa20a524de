"""Stands in for Django behind the real front: a WSGI application that the engine serves."""

import json
import time
from collections.abc import Iterable
from typing import Any


def application(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """Tell what arrived; slowly, at length or in odd letters if the path says so."""
    path = environ["PATH_INFO"]
    received = len(environ["wsgi.input"].read())
    if "langsam" in path:
        time.sleep(1.5)
    told = {key: value for key, value in environ.items() if isinstance(value, str)} | {"received": received}
    body = json.dumps(told).encode()
    headers = [("content-type", "application/json"), ("content-length", str(len(body)))]
    if "brev" in path:
        headers.append(("content-disposition", 'attachment; filename="r\xe4ksm\xf6rg\xe5s.xlsx"'))
    if "strom" in path:
        start_response("200 OK", [("content-type", "text/plain")])
        return (b"s" * 100_000 for _ in range(100))
    start_response("200 OK", headers)
    return [body]
