"""The start: an error before the window exists is a sentence and a line in the log; imports wait for the page."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

CODE = """
import sys
import mlp_gui.app.program as program
def broken(self, app, front):
    raise ZeroDivisionError("broken on purpose")
program.Program.__init__ = broken
from mlp_gui.app.crash_handler import start_log
start_log()
from mlp_gui.app.main import start
sys.exit(start([]))
"""


def test_that_a_program_that_cannot_start_says_so(tmp_path: Path) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("mlp_gui could not start. The details are in ")
    assert "Traceback" not in done.stderr
    assert "broken on purpose" in next(tmp_path.rglob("mlp_gui.log")).read_text(encoding="utf-8")


LIGHT = """
import sys
from mlp_gui.app.application import Application
app = Application([])
from mlp_gui.app.first_window import FirstWindow
front = FirstWindow(app)
heavy = [name for name in ("pandas", "pyqtgraph", "mlp_gui.engine") if name in sys.modules]
sys.exit(", ".join(heavy) or None)
"""


def test_that_the_first_page_waits_for_no_heavy_import(tmp_path: Path) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "MLP_GUI_SETTINGS": str(tmp_path / "settings.ini")}
    done = subprocess.run([sys.executable, "-c", LIGHT], capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr


def test_that_the_cards_of_the_samples_show_their_rows(person) -> None:
    person.wait(lambda: not any(map(plain, person.window.welcome.pictures)))


def plain(picture) -> bool:
    """Whether its middle is all of one colour: nothing is drawn there."""
    image = picture.grab().toImage()
    inner = (image.pixelColor(x, y).name() for x in range(6, image.width() - 6) for y in range(6, image.height() - 6))
    return len(set(inner)) == 1
