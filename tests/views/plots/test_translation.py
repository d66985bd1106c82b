"""What a plot says follows the reader: numbers with a decimal comma, words through the translator, files unchanged."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from mlp_gui.core import translation
from mlp_gui.core.number_format import format_compact, format_exact
from mlp_gui.plotmath.scales import LOG
from mlp_gui.plotmath.ticks import log_labels, tick_labels
from mlp_gui.views.charts.header_combo import HeaderCombo
from mlp_gui.views.charts.image_export import save_dialog
from mlp_gui.views.plots import all_plots
from mlp_gui.views.plots.evaluation.residuals import ORDER, PREDICTION
from mlp_gui.views.plots.training.loss import LossPlot
from mlp_gui.views.plots.training.metrics import SCALES


@pytest.fixture
def loud():
    """A language in which every text is written in capitals."""
    translation.set_language(lambda text, n: text.upper() if "{" not in text else f"*{text}", translation.COMMA)
    yield
    translation.set_language(None)


def test_that_axes_colour_bars_and_read_outs_have_the_readers_signs(comma):
    assert tick_labels([0.0, 0.5, 1.0]) == ["0,0", "0,5", "1,0"]
    assert tick_labels([0.0, 1000.0, 2000.0]) == ["0", "1.000", "2.000"]
    assert log_labels([-2.0, 0.0, 3.0]) == ["0,01", "1", "1.000"]
    assert LOG.labels([0.0, np.log10(2.5)]) == ["1", "2,5"]
    assert format_compact(0.125) == "0,125"
    assert format_compact(1500.0) == "1.500"  # the thousands sign is not a decimal sign
    assert format_compact(1.5e-7) == "1,5×10⁻⁷"
    assert format_exact(1446.25) == "1.446,25"


def test_that_the_read_out_and_the_axis_say_the_same_number_and_the_file_has_points(comma, qtbot):
    plot = LossPlot()
    qtbot.addWidget(plot)
    plot.resize(520, 340)
    plot.show()
    x = np.arange(1.0, 31)
    plot.show_history(SimpleNamespace(epochs=x, train_loss=1 / x, validation_loss=1 / x + 0.25))
    plot.refresh()
    assert "0,2" in plot.axes.left.tickStrings(plot.axes.left.tick_values(), 1, 1)
    place = plot.axes.mapFromScene(plot.axes.layer.mapToScene(plot.axes.pixel(4.0, 0.5)))
    QTest.mouseMove(plot.axes.viewport(), QPoint(3, 3))
    QTest.mouseMove(plot.axes.viewport(), place)
    assert plot.line_text() == "epoch 4:  training 0,25   validation 0,5"
    assert b"4.0,0.25,0.5" in plot.csv()


@pytest.mark.parametrize("name", all_plots().names())
def test_that_titles_helps_and_menus_are_translated(loud, qtbot, name):
    plot = all_plots().create(name)
    qtbot.addWidget(plot)
    assert plot.header.title.text() == plot.label.upper()
    assert plot.header.title.toolTip() == plot.help.upper()
    assert plot.title_for(None, False) == (plot.short or plot.label).upper()
    assert plot.copy_action.text() == "COPY IMAGE"
    menu = plot.context_menu()
    assert all(action.text().upper() == action.text() for action in menu.actions())
    plot.resize(400, 300)
    plot.show()
    plot.refresh()
    plot.grab()
    stem = Path(save_dialog(plot, plot.label, "csv").selectedFiles()[0]).stem
    assert stem
    assert stem == stem.lower()
    assert plot.csv().decode().splitlines()[0].upper() != plot.csv().decode().splitlines()[0]  # names of columns stay


def test_that_a_choice_is_read_in_the_readers_words_and_chosen_by_its_key(loud, qtbot):
    plot = all_plots().create("residuals")
    qtbot.addWidget(plot)
    assert plot.against.texts() == (PREDICTION, ORDER)
    assert plot.against.text() == PREDICTION.upper()
    plot.against.choose(1)
    assert plot.against.chosen() == ORDER
    assert plot.against.chosen_label() == ORDER.upper()
    curves = all_plots().create("curves")
    qtbot.addWidget(curves)
    assert curves.scale.chosen() == SCALES[0]
    assert curves.scale.text() == SCALES[0].upper()


def test_that_names_from_the_data_are_read_as_they_are(qtbot):
    choice = HeaderCombo("tip", ["row", "Temperature"], ["ZEILE"])
    qtbot.addWidget(choice)
    choice.choose(1)
    assert (choice.chosen(), choice.chosen_label()) == ("Temperature", "Temperature")
    choice.set_texts(["row", "pH"], "row", ["ZEILE"])
    assert (choice.chosen(), choice.text()) == ("row", "ZEILE")
