"""Take the pictures of the README's tour from the running program, so that they never age.

python resources/make_screenshots.py [FOLDER]        # needs no display; default folder: resources/screenshots
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_scratch = tempfile.TemporaryDirectory()
os.environ["MLP_GUI_SETTINGS"] = os.path.join(_scratch.name, "settings.ini")
os.environ["XDG_DATA_HOME"] = _scratch.name

import numpy as np
import pandas as pd
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from mlp_gui.app import language
from mlp_gui.app.application import Application
from mlp_gui.app.program import Program
from mlp_gui.session.training.phase import Phase
from mlp_gui.views.shell.command_palette import CommandPalette
from mlp_gui.views.shell.help import show_help

GERMAN = "--german"
LIMIT = 150_000  # bytes for one picture
SIZE = (1280, 800)


class Photographer:
    """Drives the program as a person would and saves what is then seen."""

    def __init__(self, folder: Path, spoken: str) -> None:
        self.app = Application(sys.argv[:1])
        language.install_language(spoken)
        self.app.setQuitOnLastWindowClosed(False)
        sys.excepthook = sys.__excepthook__
        self.program = Program(self.app)
        sys.excepthook = sys.__excepthook__
        self.window = self.program.window
        self.run = self.program.session.run
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.window.resize(*SIZE)
        self.window.show()

    def wait(self, condition: Callable[[], bool], seconds: float = 30.0) -> None:
        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end:
                raise SystemExit(f"the program did not get there within {seconds:.0f} s: {self.run.status_text}")
            QTest.qWait(20)
        QTest.qWait(700)  # plots settle when nothing new has come for a while

    def take(self, name: str, widget: QWidget | None = None) -> None:
        QTest.qWait(300)
        path = self.folder / f"{name}.png"
        image = (widget or self.window).grab().toImage()
        quantised(image).save(str(path), "PNG", 0)  # type: ignore[call-overload]  # the stubs want bytes
        if path.stat().st_size > LIMIT:
            raise SystemExit(f"{path} has {path.stat().st_size:,} bytes, more than {LIMIT:,}")
        places = [(x, y) for x in range(0, image.width(), 40) for y in range(0, image.height(), 20)]
        if len({image.pixel(x, y) for x, y in places}) < 4:
            raise SystemExit(f"{path} is nearly empty: {QColor(image.pixelColor(0, 0)).name()}")
        print(f"{path} ({path.stat().st_size / 1000:.0f} kB)")

    def theme(self, name: str) -> None:
        self.window.actions_[f"theme_{name}"].trigger()

    def end(self) -> None:
        for hidden in self.window.findChildren(QWidget):
            if hidden.isWindow() and hidden.isVisible():
                hidden.close()
        self.program.quit()
        self.program.close()


def quantised(image: QImage) -> QImage:
    """The same picture in the 256 colours that it uses most, which takes a third of the room."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    pixels = rows[:, : 4 * image.width()].reshape(-1, 4)[:, 2::-1].astype(np.int64)
    bins = (pixels >> 3) @ [1024, 32, 1]
    names, inverse, counts = np.unique(bins, return_inverse=True, return_counts=True)
    means = np.stack([np.bincount(inverse, pixels[:, i]) / counts for i in range(3)], axis=1).round().astype(int)
    kept = np.argsort(counts)[::-1][:256]
    table = [QColor(*(int(c) for c in means[i])).rgb() for i in kept]
    # A ground must keep its exact colour: the most frequent exact colours take the place of their bins' means.
    exact, often = np.unique(pixels @ [65536, 256, 1], return_counts=True)
    for colour in exact[np.argsort(often)[-24:]]:  # the most frequent last: it has the last word
        red, green, blue = int(colour) >> 16, int(colour) >> 8 & 255, int(colour) & 255
        place = np.flatnonzero(names[kept] == (red >> 3) * 1024 + (green >> 3) * 32 + (blue >> 3))
        if len(place):
            table[int(place[0])] = QColor(red, green, blue).rgb()
    return image.convertToFormat(QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.AvoidDither)


def tour(camera: Photographer) -> None:
    program, window, run = camera.program, camera.window, camera.run
    camera.theme("light")
    camera.take("welcome")
    program.open_sample("busan_beach")
    camera.wait(lambda: run.phase is Phase.READY)
    window.experiment.set_open_steps([1])
    camera.take("data")
    window.experiment.set_open_steps([2, 3])
    camera.take("settings")
    program.open_preset("tutorial")
    camera.wait(lambda: run.phase is Phase.READY and run.config.network.seed == 313)
    window.experiment.set_open_steps([1])
    run.train()
    camera.wait(lambda: run.phase is Phase.FINISHED)
    camera.take("finished_light")
    camera.theme("dark")
    camera.take("finished_dark")
    camera.theme("light")
    window.actions_["hood"].trigger()
    camera.wait(lambda: program.inspector.inspector_window.isVisible())
    program.inspector.inspector_window.resize(*SIZE)
    camera.take("under_the_hood", program.inspector.inspector_window)
    program.inspector.inspector_window.close()
    window.actions_["commands"].trigger()
    palette = window.findChild(CommandPalette)
    palette.field.setText("ep")
    camera.take("commands", palette)
    palette.close()
    page = show_help(window, "settings", "Learning rate")
    camera.take("help", page)
    page.close()
    program.session.project.discard_unsaved()
    predict_tour(camera)


def catchment(rows: int, seed: int, start: str) -> pd.DataFrame:
    """Make a table of days with rain, temperature, soil and the runoff that follows from them."""
    rng, day = np.random.default_rng(seed), np.arange(rows)
    table = pd.DataFrame({"day": pd.date_range(start, periods=rows).strftime("%Y-%m-%d")})
    table["rain_mm"] = rng.gamma(2, 3, rows).round(1)
    table["temperature_c"] = (12 + 9 * np.sin(day / 58) + rng.normal(0, 1, rows)).round(1)
    table["soil"] = rng.choice(["clay", "sand", "loam"], rows)
    soil = table["soil"].map({"clay": 3, "sand": 0, "loam": 1})
    table["runoff"] = (0.4 * table.rain_mm + 0.1 * table.temperature_c + soil + rng.normal(0, 0.4, rows)).round(2)
    return table


def predict_tour(camera: Photographer) -> None:
    """Two years have been learned, and the next one is predicted and scored."""
    old, new = Path(_scratch.name) / "two_years.csv", Path(_scratch.name) / "next_year.csv"
    catchment(700, 1, "2022-01-01").to_csv(old, index=False)
    table = catchment(365, 2, "2024-01-01")
    table.loc[[3, 40, 41], "runoff"] = None
    table.loc[[1, 90], "soil"] = "peat"
    table.loc[[5, 200], "rain_mm"] = 60.5
    table.to_csv(new, index=False)
    program, run = camera.program, camera.run
    program.open(str(old))
    camera.wait(lambda: run.phase is Phase.READY and program.session.data.table.name == old.name)
    run.train()
    camera.wait(lambda: run.phase is Phase.FINISHED)
    camera.window.actions_["predict"].trigger()
    page = program.data_pages.predict.page
    program.data_pages.predict.open(str(new))
    camera.wait(lambda: page.pages.currentWidget() is page.rows)
    camera.take("predict")
    page.back.click()


def german_tour(camera: Photographer) -> None:
    camera.theme("light")
    camera.program.open_preset("tutorial")
    camera.wait(lambda: camera.run.phase is Phase.READY)
    camera.run.train()
    camera.wait(lambda: camera.run.phase is Phase.FINISHED)
    camera.take("german")


def main() -> None:
    """A program speaks one language; so the German pictures are taken by a process of their own."""
    names = [word for word in sys.argv[1:] if word != GERMAN]
    folder = Path(names[0]) if names else Path(__file__).resolve().parent / "screenshots"
    german = GERMAN in sys.argv
    if not german:
        subprocess.run([sys.executable, __file__, *sys.argv[1:], GERMAN], check=True)
    camera = Photographer(folder, "de" if german else "en")
    try:
        (german_tour if german else tour)(camera)
    finally:
        camera.program.session.project.discard_unsaved()
        camera.end()


if __name__ == "__main__":
    main()
