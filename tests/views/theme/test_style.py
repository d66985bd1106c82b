"""The look: contrast in both palettes, icons that follow the palette, and no clipped words at any text size."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from helpers.settling import remaining
from helpers.wcag import contrast
from mlp_gui.core.resources import resource
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.data.samples.loader import read_sample, sample_spec
from mlp_gui.views.shell.welcome import Welcome
from mlp_gui.views.theme import icons, style, stylesheet
from mlp_gui.views.theme.palette import DARK, LIGHT, Palette, mix_colours
from mlp_gui.views.training.control_bar import ControlBar
from mlp_gui.views.training.experiment_panel import ExperimentPanel
from mlp_gui.views.training.progress import AdaptiveLabel
from mlp_gui.views.training.side_bar import WIDTH
from mlp_gui.views.widgets.elided_label import ElidedLabel

PALETTES = (LIGHT, DARK)
ICONS = sorted(p.stem for p in Path(resource("icons")).glob("*.svg") if p.stem != "mlp_gui")


@pytest.mark.parametrize("palette", PALETTES, ids=lambda p: p.name)
@pytest.mark.parametrize("ground", ["surface", "panel", "raised"])
@pytest.mark.parametrize("ink", ["text", "muted", "accent", "good", "warning", "bad"])
def test_that_words_can_be_read(palette: Palette, ground: str, ink: str) -> None:
    assert contrast(getattr(palette, ink), getattr(palette, ground)) >= 4.5


@pytest.mark.parametrize("palette", PALETTES, ids=lambda p: p.name)
def test_that_words_on_coloured_grounds_can_be_read(palette: Palette) -> None:
    assert contrast(palette.accent_text, palette.accent) >= 4.5
    assert contrast(palette.accent_text, palette.accent_hover) >= 4.5
    assert contrast(palette.text, palette.warning_ground) >= 4.5
    assert contrast(palette.text, palette.bad_ground) >= 4.5
    assert contrast(palette.text, mix_colours(palette.panel, palette.accent, 0.22)) >= 4.5


@pytest.mark.parametrize("palette", PALETTES, ids=lambda p: p.name)
def test_that_a_disabled_control_is_fainter_but_visible(palette: Palette) -> None:
    assert 2.0 < contrast(palette.faint, palette.surface) < contrast(palette.muted, palette.surface)


@pytest.mark.parametrize("palette", PALETTES, ids=lambda p: p.name)
@pytest.mark.parametrize("subset", ["training", "validation", "test"])
def test_that_series_stand_out_from_the_panel(palette: Palette, subset: str) -> None:
    assert contrast(palette.series(subset), palette.panel) >= 2.0  # lines also differ by their dashes


@pytest.mark.parametrize("palette", PALETTES, ids=lambda p: p.name)
def test_that_the_style_sheet_is_complete(palette: Palette, qapp) -> None:
    sheet = stylesheet.build_stylesheet(palette, 1.5)
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")


@pytest.mark.parametrize("name", ICONS)
def test_that_every_icon_draws_something(name: str, qapp) -> None:
    assert inked(icons.icon(name).pixmap(24, 24).toImage())


def inked(image) -> bool:
    return any(image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height()))


def strongest(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> str:
    image = icon.pixmap(QSize(48, 48), mode).toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return QColor(max(pixels, key=lambda c: c.alpha())).name()


def test_that_an_icon_follows_the_palette_without_being_made_anew(qapp) -> None:
    icon = icons.icon("stop")
    assert strongest(icon) == LIGHT.text
    assert strongest(icon, QIcon.Mode.Disabled) == LIGHT.ghost
    style.apply(qapp, DARK)
    assert strongest(icon) == DARK.text


def test_that_an_icon_is_sharp_on_a_high_resolution_screen(qapp) -> None:
    picture = icons.icon("play").pixmap(QSize(16, 16), 2.0)
    assert picture.size() == QSize(32, 32)
    assert picture.devicePixelRatio() == 2.0


def test_that_icons_survive_thousands_of_paintings(qtbot) -> None:
    button = QPushButton("x")
    qtbot.addWidget(button)
    for i in range(2000):
        button.setIcon(icons.icon(ICONS[i % len(ICONS)]))
        button.icon().pixmap(16, 16)
        if i % 500 == 0:
            button.grab()
            gc.collect()
    assert not button.icon().isNull()


def test_that_the_application_icon_is_there(qapp) -> None:
    assert inked(icons.application_icon().pixmap(64, 64).toImage())


def clipped(root: QWidget) -> list[str]:
    """Words that have less room than they need."""
    found = []
    for label in root.findChildren(QLabel):
        if not label.isVisible() or not label.text() or isinstance(label, ElidedLabel):
            continue
        need = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        hint = label.minimumSizeHint() if isinstance(label, AdaptiveLabel) else label.sizeHint()
        wide = 0 if label.wordWrap() else hint.width()
        longest = max(label.fontMetrics().horizontalAdvance(word) for word in label.text().split() or [""])
        if label.height() < need or label.width() < wide or (label.wordWrap() and label.width() < longest):
            found.append(f"label {label.text()!r}: {label.size().toTuple()}, needs {(wide or longest, need)}")
    for button in (*root.findChildren(QPushButton), *root.findChildren(QToolButton)):
        if button.isVisible() and button.text():
            need = button.minimumSizeHint() if isinstance(button, QPushButton) else button.sizeHint()
            if button.width() < need.width() or button.height() < need.height():
                found.append(f"button {button.text()!r}: {button.size().toTuple()}, needs {need.toTuple()}")
    return found


@pytest.fixture(params=[1.0, 1.5, 2.0], ids=lambda s: f"{s:.0%}")
def scale(request, qapp):
    style.apply(qapp, LIGHT, request.param)
    yield request.param
    style.apply(qapp, LIGHT)


def test_that_no_word_of_the_side_bar_is_clipped(scale, qtbot) -> None:
    panel = ExperimentPanel()
    qtbot.addWidget(panel)
    table = read_sample("busan_beach")
    spec = sample_spec("busan_beach", table).replace(fit_on="all_rows")
    panel.data.show_table(table)
    panel.data.show_spec(spec)
    panel.data.show_prepared(prepare(table, spec), None)
    panel.show_shape("13 – 10 – 5 – 1 · 201 weights")
    panel.show_ready(True)
    panel.show_exportable(None)
    panel.set_open_steps([1, 2, 3, 4])
    panel.data.more.set_open(True)
    for button in panel.findChildren(QToolButton):
        if button.isCheckable():
            button.setChecked(True)
    panel.resize(style.px(WIDTH), 900)
    with qtbot.waitExposed(panel):
        panel.show()
    assert remaining(qtbot, lambda: clipped(panel)) == []
    assert panel.side_bar.widget().minimumSizeHint().width() <= panel.side_bar.viewport().width()
    panel.close()


class Restyled(QWidget):
    """Notes the look at each event that says that there is a new one."""

    def __init__(self) -> None:
        super().__init__()
        self.looks: list[tuple[str, int]] = []

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if style.restyled(event) and hasattr(self, "looks"):
            self.looks.append((self.palette().color(QPalette.ColorRole.Window).name(), self.font().pixelSize()))


def test_that_a_widget_takes_a_change_of_theme_and_text_size_in_one_go(qapp, qtbot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    widget = Restyled()
    QVBoxLayout(parent).addWidget(widget)
    parent.show()
    qtbot.waitExposed(parent)
    for palette, size in ((DARK, 1.5), (LIGHT, 1.0)):
        widget.looks.clear()
        style.apply(qapp, palette, size)
        assert set(widget.looks) == {(palette.surface, round(style.BODY * size))}  # never half of the change
        assert len(widget.looks) <= 2


def test_that_text_can_grow_while_the_window_is_open(qapp, qtbot) -> None:
    panel = ExperimentPanel()
    qtbot.addWidget(panel)
    panel.show_ready(True)
    panel.set_open_steps([1, 2, 3, 4])
    panel.resize(style.px(WIDTH), 900)
    with qtbot.waitExposed(panel):
        panel.show()
    style.apply(qapp, DARK, 1.7)
    panel.resize(style.px(WIDTH), 900)
    words = remaining(qtbot, lambda: clipped(panel), seconds=10)
    fields = [panel.training.editor("learning_rate"), panel.network.editor("hidden").rows()[0].count_editor]
    heights = [field.height() >= field.fontMetrics().height() for field in fields]
    panel.close()
    style.apply(qapp, LIGHT)
    assert words == []
    assert all(heights)


def test_that_a_clipped_word_would_be_found(qtbot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    label = QLabel("A sentence that needs room", box)
    label.setFixedWidth(60)
    QPushButton("Press me to go on", box).setFixedWidth(40)
    box.show()
    assert len(clipped(box)) == 2
    box.close()


def test_that_no_word_of_the_welcome_page_is_clipped(scale, qtbot) -> None:
    page = Welcome()
    qtbot.addWidget(page)
    page.show_recent(["/data/a.csv"])
    page.resize(1024, 600)
    with qtbot.waitExposed(page):
        page.show()
    assert remaining(qtbot, lambda: clipped(page)) == []
    page.close()


def test_that_the_control_bar_fits_the_smallest_window(qtbot) -> None:
    bar = ControlBar()
    qtbot.addWidget(bar)
    bar.show_phase("running", {})
    bar.show_progress(123_456, 1_000_000, 61234.0, 3725.0, "batch 1,234 of 5,678")
    assert bar.minimumSizeHint().width() <= 1024
    bar.resize(1024, bar.sizeHint().height())
    with qtbot.waitExposed(bar):
        bar.show()
    assert clipped(bar) == []
    bar.close()
