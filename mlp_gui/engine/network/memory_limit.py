"""How much memory the machine can still give, asked before a network is made that would not fit."""

from __future__ import annotations

import ctypes
import os
import sys
from contextlib import suppress
from pathlib import Path

_MEMINFO = Path("/proc/meminfo")
# The limit of a container, and what it uses already.
_CGROUPS = (
    ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory.current"),
    ("/sys/fs/cgroup/memory/memory.limit_in_bytes", "/sys/fs/cgroup/memory/memory.usage_in_bytes"),
)


def free_memory() -> int | None:
    """Return how many bytes can be had without swapping; None where the system does not say."""
    found = [size for size in (_of_system(), *_of_containers(), _of_process()) if size is not None]
    return max(0, min(found)) if found else None


def _of_system() -> int | None:
    with suppress(OSError, ValueError):
        for line in _MEMINFO.read_text(encoding="ascii").splitlines():
            if line.startswith("MemAvailable:"):
                return 1024 * int(line.split()[1])
    if sys.platform == "win32":
        return _of_windows()
    with suppress(OSError, ValueError, AttributeError):
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return None


class _MemoryStatus(ctypes.Structure):
    """MEMORYSTATUSEX of Windows."""

    _fields_ = (
        ("length", ctypes.c_uint32),
        ("load", ctypes.c_uint32),
        *((name, ctypes.c_uint64) for name in ("total", "free", "page_total", "page_free", "space", "space_free")),
        ("extended", ctypes.c_uint64),
    )


def _of_windows() -> int | None:
    status = _MemoryStatus(length=ctypes.sizeof(_MemoryStatus))
    known = ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status))  # type: ignore[attr-defined,unused-ignore]
    return int(status.free) if known else None


def _of_containers() -> list[int]:
    found = []
    for limit, usage in _CGROUPS:
        with suppress(OSError, ValueError):  # "max" is no number
            found.append(int(Path(limit).read_text(encoding="ascii")) - int(Path(usage).read_text(encoding="ascii")))
    return found


def _of_process() -> int | None:
    """Return what `ulimit -v` leaves."""
    with suppress(ImportError, OSError, ValueError, AttributeError):
        import resource

        limit = resource.getrlimit(resource.RLIMIT_AS)[0]
        if limit != resource.RLIM_INFINITY:
            return limit - 1024 * int(_status_line("VmSize:"))
    return None


def _status_line(name: str) -> str:
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith(name):
            return line.split()[1]
    raise ValueError(name)
