"""A scene without a run, and plots that show it."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mlp_gui.core.dataset import Dataset, SubsetData, Task
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.session.evaluation.plot_update import RunContext
from mlp_gui.views.plots import all_plots


def scene_of(task=Task.REGRESSION, rows=6, classes=(), targets=("y",)):
    outputs = len(classes) if task is Task.MULTICLASS else len(targets)
    x = np.linspace(-1, 1, 2 * rows).reshape(rows, 2)
    part = SubsetData(x, np.zeros((rows, outputs)), np.arange(rows))
    none = SubsetData(x[:0], np.zeros((0, outputs)), np.arange(0))
    ones = np.ones(outputs)
    dataset = Dataset(part, none, none, ("a", "b"), tuple(targets), task, tuple(classes), 0 * ones, ones)
    return RunContext(dataset, None, RunConfig(), (2, 3, outputs))


def seen(true, predicted, first=0, total=None):
    true, predicted = (np.asarray(v, float).reshape(len(v), -1) for v in (true, predicted))
    rows = np.arange(first, first + len(true))
    return SimpleNamespace(row_numbers=rows, true=true, predicted=predicted, rows_in_subset=total or len(true))


def answering(context, function, promise=None):
    """An update of a run whose network is a function known on paper."""
    network = SimpleNamespace(predict=function)
    network.copy = lambda: network
    return SimpleNamespace(
        promise=promise, promise_sentence=lambda: "", level=0.0, network=network, dataset=context.dataset
    )


def shown(qtbot, name, scene):
    """That plot, in a window of its own."""
    plot = all_plots().create(name)
    qtbot.addWidget(plot)
    plot.resize(520, 340)
    plot.set_run(scene)
    plot.show()
    qtbot.waitExposed(plot)
    return plot


def items(plot, kind):
    return [item for item in plot.axes.contents.items if isinstance(item, kind)]


def move_to(plot, x, y):
    """The pointer comes to a place of the axes; where that is in the widget."""
    QApplication.processEvents()
    place = plot.axes.mapFromScene(plot.axes.layer.mapToScene(plot.axes.pixel(x, y)))
    QTest.mouseMove(plot.axes.viewport(), place + QPoint(30, 30))
    QTest.mouseMove(plot.axes.viewport(), place)
    return place
