"""The name that Git gives to the content of a file, computed without Git."""

from hashlib import sha1


def blob_id(text: str) -> str:
    """Return the id of the blob that holds `text`: 40 hexadecimal digits.

    Git keeps texts with its own ends of line; so that a file has one id wherever it was checked
    out, those of Windows count as these.
    """
    data = text.replace("\r\n", "\n").encode("utf-8")
    head = f"blob {len(data)}\0".encode("ascii")
    return sha1(head + data, usedforsecurity=False).hexdigest()
