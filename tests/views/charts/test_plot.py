"""What every plot can do: menu, tools, pictures, files; and that it costs nothing while it cannot be seen."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QByteArray, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QToolButton, QVBoxLayout, QWidget

from mlp_gui.core.errors import UserError
from mlp_gui.views.charts.header import Legend, LegendKey, TextLine
from mlp_gui.views.charts.image_export import csv_bytes
from mlp_gui.views.plots import all_plots
from mlp_gui.views.plots.training.loss import LossPlot
from mlp_gui.views.theme import style
from mlp_gui.views.theme.palette import DARK, LIGHT
from mlp_gui.views.theme.style import caption_metrics

NAMES = all_plots().names()


@pytest.fixture(params=NAMES)
def plot(request, qtbot):
    made = all_plots().create(request.param)
    qtbot.addWidget(made)
    made.resize(480, 300)
    made.show()
    qtbot.waitExposed(made)
    made.refresh()
    return made


def test_that_the_four_default_plots_are_registered():
    assert {"loss", "weights", "gradients", "fit"} <= set(NAMES)


def test_that_a_png_is_twice_as_large_and_not_empty(plot):
    image = QImage.fromData(QByteArray(plot.png()), "PNG")
    assert (image.width(), image.height()) == (960, 600)
    assert len({image.pixel(x, y) for x in range(400) for y in range(10, 50, 4)}) > 2


def test_that_an_svg_shows_the_same_as_the_screen(plot):
    data = plot.svg()
    assert plot.label.encode() in data
    image = QImage(480, 300, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(data)).render(painter)
    painter.end()
    screen = plot.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    assert _difference(image, screen) < 6


def _difference(a: QImage, b: QImage) -> float:
    pixels = [np.frombuffer(i.constBits(), np.uint8).reshape(300, 480, 4)[20:, :, :3].astype(int) for i in (a, b)]
    return float(np.abs(pixels[0] - pixels[1]).mean())


def test_that_the_csv_has_a_head_line(plot):
    assert plot.csv().decode().splitlines()[0]


def test_that_copying_puts_the_picture_on_the_clipboard(plot):
    QGuiApplication.clipboard().clear()
    plot.copy_action.trigger()
    assert QGuiApplication.clipboard().image().width() == 960


def test_that_tools_appear_under_the_pointer_and_move_nothing(plot):
    QApplication.sendEvent(plot, QEvent(QEvent.Type.Leave))
    tools = [b for b in plot.header.findChildren(QToolButton) if b.defaultAction() is plot.maximise_action]
    steady = (plot.header.title, plot.header.legend, plot.header.line, plot.header)
    places = [widget.geometry() for widget in steady]
    assert not tools[0].isVisible()
    QApplication.sendEvent(plot, _enter())
    assert tools[0].isVisible()
    assert places == [widget.geometry() for widget in steady]
    fired = []
    plot.maximise_requested.connect(lambda: fired.append(True))
    QTest.mouseClick(tools[0], Qt.MouseButton.LeftButton)
    assert fired == [True]


def _enter() -> QEnterEvent:
    return QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5))


def test_that_nothing_can_be_saved_before_there_is_a_writer(plot):
    assert not any(action.isEnabled() for action in plot.save_actions)
    plot.set_saver(lambda path, data: None)
    assert all(action.isEnabled() for action in plot.save_actions)


@pytest.mark.parametrize("suffix", ["png", "svg", "csv"])
def test_that_saving_asks_for_a_path_and_writes_through_the_writer(qtbot, tmp_path, suffix):
    plot = _loss(qtbot)
    written = {}
    plot.set_saver(lambda path, data: written.__setitem__(path, data))
    next(action for action in plot.save_actions if suffix.upper() in action.text()).trigger()
    dialog = plot.findChild(QFileDialog)
    assert dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    dialog.fileSelected.emit(str(tmp_path / f"a.{suffix}"))
    dialog.close()
    data = written[str(tmp_path / f"a.{suffix}")]
    assert data.startswith({"png": b"\x89PNG", "svg": b"<?xml", "csv": b"epoch,"}[suffix])


def test_that_a_refused_write_is_handed_on(qtbot):
    plot = _loss(qtbot)

    def refuse(path, data):
        raise UserError("The disk is full.")

    plot.set_saver(refuse)
    with qtbot.waitSignal(plot.refused) as caught:
        plot.write("x.png", b"")
    assert caught.args[0].title == "The disk is full."


def _loss(qtbot) -> LossPlot:
    plot = LossPlot()
    qtbot.addWidget(plot)
    plot.resize(400, 240)
    plot.show()
    return plot


def test_that_the_menu_offers_everything_by_right_click(plot, qtbot):
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(50, 100), plot.mapToGlobal(QPoint(50, 100)))
    QApplication.sendEvent(plot, event)
    menu = QApplication.activePopupWidget()
    texts = [a.text() for a in menu.actions()]
    menu.close()
    for text in ("Maximise", "Copy image", "Save as PNG…", "Save as SVG…", "Save data as CSV…"):
        assert text in texts
    plot.show_maximised(True)
    assert plot.maximise_action.text() == "Restore"


def test_that_a_right_click_inside_the_axes_reaches_the_plot(qtbot):
    plot = _loss(qtbot)
    viewport = plot.axes.viewport()
    place = QPoint(150, 80)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert "Copy image" in [a.text() for a in menu.actions()]
    menu.close()


def test_that_a_hidden_plot_is_never_due(plot):
    plot.hide()
    plot.mark_dirty()
    assert not plot.is_due()
    plot.show()
    assert plot.is_due()


def test_that_one_change_is_announced_once(plot, qtbot):
    plot.refresh()
    announced = []
    plot.dirtied.connect(lambda: announced.append(True))
    for _ in range(5):
        plot.mark_dirty()
    assert announced == [True]


def test_that_theme_and_text_size_are_taken_by_every_plot_at_once(qtbot, qapp):
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    shown = [made() for made in all_plots()]
    for plot in shown:
        layout.addWidget(plot)
    window.resize(480, 1200)
    window.show()
    try:
        style.apply(qapp, DARK, 1.6)
        qapp.processEvents()
        for plot in shown:
            plot.refresh()
            assert plot.grab().toImage().pixelColor(470, 60).name() == DARK.panel
            assert plot.header.height() > 70
    finally:
        style.apply(qapp, LIGHT)
    for plot in shown:
        plot.refresh()
        assert plot.grab().toImage().pixelColor(470, 60).name() == LIGHT.panel


@pytest.mark.parametrize("size", [(220, 150), (360, 220), (1600, 900)])
def test_that_any_size_can_be_painted(plot, size, qapp):
    plot.resize(*size)
    qapp.processEvents()
    plot.refresh()
    assert not plot.grab().isNull()


def test_that_csv_columns_may_differ_in_length_and_have_gaps():
    data = csv_bytes({"a": [1, 2], "b, c": np.array([0.1, np.nan, np.inf])})
    assert data.decode() == 'a,"b, c"\n1,0.1\n2,\n,inf\n'


def test_that_a_line_that_does_not_fit_takes_a_shorter_text(qtbot):
    line = TextLine()
    qtbot.addWidget(line)
    line.resize(200, 18)
    line.show_text("epoch 1,000:  training 0.80218732   validation 0.81234567", "text", "1,000: 0.80 / 0.81")
    assert line.shown_text() == "1,000: 0.80 / 0.81"
    assert "validation 0.81234567" in line.toolTip()
    line.resize(800, 18)
    assert line.shown_text() == line.text()
    line.resize(30, 18)
    assert line.shown_text().endswith("…")


def test_that_a_legend_without_room_moves_closer_and_then_says_that_there_is_more(qtbot):
    legend = Legend()
    qtbot.addWidget(legend)
    legend.show_keys([LegendKey(text, text, "line") for text in ("training", "validation", "test")])
    legend.show()
    roomy = next(width for width in range(40, 600) if _fitting(legend, width) == 3)
    legend.resize(roomy, 20)
    assert legend.fitting() == 3
    wide = sum(caption_metrics().horizontalAdvance(k.text) + Legend.GAP for k in legend.shown_keys())
    assert roomy < wide + 3 * Legend.ROOMY[0] + 2 * Legend.ROOMY[1]
    legend.resize(roomy - 1, 20)
    assert legend.fitting() == 2
    dots = legend.grab().toImage()
    right = [dots.pixel(x, y) for x in range(roomy - 40, roomy - 1) for y in range(20)]
    assert len(set(right)) > 1


def _fitting(legend: Legend, width: int) -> int:
    legend.resize(width, 20)
    return legend.fitting()
