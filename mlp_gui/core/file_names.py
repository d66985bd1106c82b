"""Paths as texts that any file and any reader of JSON takes: a file's name is bytes, and not always UTF-8."""

from __future__ import annotations

import os
import re
from urllib.parse import quote, unquote_to_bytes

BYTES = "bytes:"  # before a path that is written by its bytes, as in a URL
_UNDECODABLE = re.compile("[\ud800-\udfff]")  # how Python writes bytes that are no UTF-8


def shown_name(name: str) -> str:
    """Return a name with a sign for each byte that is no UTF-8."""
    return _UNDECODABLE.sub("\ufffd", name)


def path_to_text(path: str) -> str:
    """Return a text that `path_from_text` turns into the path; the path itself wherever it is one."""
    return BYTES + quote(os.fsencode(path)) if _UNDECODABLE.search(path) or path.startswith(BYTES) else path


def path_from_text(text: str) -> str:
    """Return the path that `path_to_text` wrote."""
    return os.fsdecode(unquote_to_bytes(text.removeprefix(BYTES))) if text.startswith(BYTES) else text
