"""The program in a Linux desktop's menu, with icon and file types, for one user: `mlp-gui --install-desktop`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from mlp_gui.app.desktop.icon_files import PNG_SIZES, png
from mlp_gui.core.errors import UserError
from mlp_gui.core.resources import resource
from mlp_gui.data.open_table import table_mime_types

NAME = "mlp_gui"


def data_home() -> Path:
    """Return where a user's own menu entries are (XDG base directories)."""
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")


def command() -> str:
    """Return what the menu entry starts: the installed script, the bundled program, or this Python with the package."""
    if getattr(sys, "frozen", False):
        return quoted(sys.executable)
    script = Path(sys.executable).with_name("mlp-gui")
    if script.exists():
        return quoted(str(script))
    found = shutil.which("mlp-gui")
    return quoted(found) if found else f"{quoted(sys.executable)} -m mlp_gui"


def quoted(path: str) -> str:
    """Quote an argument with reserved characters as the Desktop Entry Specification wants it."""
    path = path.replace("%", "%%")  # a single one begins a field, such as %f
    if not any(letter in path for letter in " \t\n\"'\\><~|&;$*?#()`"):
        return path
    # Unescaped twice, as a string of the file and as an argument: a backslash needs four.
    escaped = path.replace("\\", "\\\\\\\\").replace('"', '\\\\"').replace("`", "\\\\`").replace("$", "\\\\$")
    return f'"{escaped}"'


def install(home: Path | None = None) -> str:
    """Write menu entry, icons and file types; the sentence says where. UserError where desktops work differently."""
    if sys.platform in ("win32", "darwin"):
        raise UserError(
            "There is no menu entry to install on this system.",
            hint="Use the packaged program; resources/packaging/NOTES.md says how it takes .csv and .mlp files.",
        )
    home = home or data_home()
    files: dict[Path, bytes] = {
        home / "applications" / f"{NAME}.desktop": _entry().encode(),
        home / "mime" / "packages" / f"{NAME}.xml": resource("desktop", f"{NAME}.xml").read_bytes(),
        home / "icons/hicolor/scalable/apps" / f"{NAME}.svg": resource("icons", f"{NAME}.svg").read_bytes(),
    }
    for size in PNG_SIZES:
        files[home / f"icons/hicolor/{size}x{size}/apps" / f"{NAME}.png"] = png(size)
    try:
        for path, data in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    except OSError as error:
        raise _refusal("The menu entry was not written", home, error) from error
    _refresh(home)
    return f"mlp_gui is in the menu and opens .csv and .mlp files ({len(files)} files in {home})."


def remove(home: Path | None = None) -> str:
    """Take away what `install` wrote; the sentence says how much there was."""
    home = home or data_home()
    found = [
        *(home / "applications").glob(f"{NAME}.desktop"),
        *(home / "mime" / "packages").glob(f"{NAME}.xml"),
        *(home / "icons" / "hicolor").glob(f"*/apps/{NAME}.*"),
    ]
    try:
        for path in found:
            path.unlink()
    except OSError as error:
        raise _refusal("The menu entry was not taken away", home, error) from error
    _refresh(home)
    return f"{len(found)} files were removed from {home}."


def _refusal(what: str, home: Path, error: OSError) -> UserError:
    return UserError(
        f"{what}: {error.strerror or error}.",
        f"Folder: {home}.",
        "Allow writing there, or name another folder in XDG_DATA_HOME.",
    )


def _entry() -> str:
    text = resource("desktop", f"{NAME}.desktop").read_text(encoding="utf-8")
    return text.replace("@EXEC@", command()).replace("@TABLES@", ";".join(table_mime_types()))


def _refresh(home: Path) -> None:
    """Tell desktops about new files, which they notice sooner or later, by the programs that do so where they exist."""
    for program, folder in (
        ("update-mime-database", home / "mime"),
        ("update-desktop-database", home / "applications"),
        ("gtk-update-icon-cache", home / "icons" / "hicolor"),
    ):
        if folder.is_dir() and shutil.which(program):
            flags = ["-q", "-t", "-f"] if program.startswith("gtk") else []
            subprocess.run([program, *flags, str(folder)], capture_output=True, check=False, timeout=60)
