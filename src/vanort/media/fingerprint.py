"""What a file's content is called in a public address."""

import hashlib
from typing import IO


def fingerprint(file: IO[bytes]) -> str:
    """First 16 hexadecimal digits of the SHA-256 of a file, which is left open and at its beginning."""
    file.seek(0)
    digest = hashlib.sha256()
    while chunk := file.read(1 << 16):
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()[:16]
