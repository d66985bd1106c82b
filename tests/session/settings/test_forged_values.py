"""A settings file that somebody else has written to: its objects are not loaded, and the rest stays."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from mlp_gui.session.settings.forged_values import disarm

READ = """
import sys
from mlp_gui.session.settings.preferences import Preferences
preferences = Preferences()
settings = preferences.settings
print(settings.theme, settings.memory, preferences.recent, bytes(preferences.bytes("geometry")))
"""
OBJECT = "@Variant({})"
SIZE = r"\0\0\0\t\xff\xff\xff\xf0"  # a list of four thousand million values


class Canary:
    def __reduce__(self):
        return (open, ("CANARY", "w"))


def pickled() -> str:
    data = b"\0\0\4\0\0\0\0\0\x09PyObject\0" + pickle.dumps(Canary(), 2)
    return OBJECT.format("".join(f"\\x{byte:02x}" for byte in data))


def read(folder: Path, text: str) -> str:
    (folder / "settings.ini").write_text(text, encoding="latin-1")
    environment = os.environ | {"MLP_GUI_SETTINGS": str(folder / "settings.ini")}
    done = subprocess.run(
        [sys.executable, "-c", READ],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_that_no_forged_object_is_loaded_and_the_rest_is_kept(tmp_path: Path) -> None:
    kept = '[General]\nmemory=512\nrecent=/a@b.csv, "@@home.csv"\ngeometry=@ByteArray(a\\x0b)\n'
    forged = [
        f"theme={OBJECT.format(SIZE)}",
        f"theme={pickled()}",
        f"theme={OBJECT.format(SIZE).replace('@', chr(92) + 'x40')}",
        f"theme=dark, {OBJECT.format(SIZE)}",
        f'theme="{OBJECT.format(SIZE)}"',
        f"theme=\\\n{OBJECT.format(SIZE)}",
        r"theme=@Variant(\0\0\0\x7f\0\0\0\tPyObject\0)",
    ]
    assert read(tmp_path, kept) == read(tmp_path, kept + "\n".join(forged) + "\n")
    assert "512" in read(tmp_path, kept)
    assert "/a@b.csv" in read(tmp_path, kept)
    assert not (tmp_path / "CANARY").exists()


@pytest.mark.parametrize("text", ["", "[General]\ntheme=dark\n", "a=@ByteArray(\\0\\x1)\nb=@Invalid()\nc=@@x\nd=x@y\n"])
def test_that_an_honest_file_is_left_alone(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.ini"
    path.write_text(text, encoding="latin-1")
    assert not disarm(path)
    assert path.read_text(encoding="latin-1") == text
    assert not disarm(tmp_path / "absent.ini")
