"""Values that the program never writes into its settings file, and that Qt would load as objects: they are taken out.

Qt keeps objects as `@Variant(...)`. A forged one asks for all memory, which ends the process, or is a pickle of Python,
which runs what stands in it.
"""

from __future__ import annotations

import re
from pathlib import Path

# A value, or one of a list, that begins with @, also as an escape. Text of a person's that begins so is written as @@.
_OBJECT = re.compile(rb'(?:^|[=,])\s*"?\s*(?:@|\\x0*40|\\0*100)(?!@|ByteArray\(|Invalid\(\))', re.IGNORECASE)
_CONTINUED = re.compile(rb"\\\r?\n|\\\r")


def disarm(path: Path) -> bool:
    """Take the values out that stand for objects; True when there were any, OSError when they cannot be taken out."""
    try:
        data = path.read_bytes() if path.is_file() else b""
    except OSError:
        return False  # Qt cannot read it either
    lines = _CONTINUED.sub(b"", data).splitlines(keepends=True)
    kept = [line for line in lines if not _OBJECT.search(line)]
    if len(kept) == len(lines):
        return False
    path.write_bytes(b"".join(kept))
    return True
