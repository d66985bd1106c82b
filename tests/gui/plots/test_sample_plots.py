"""The bundled samples, trained for a moment in the real window: what it shows equals scikit-learn, and can be saved."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ET

import numpy as np
import pytest
from PySide6.QtCore import QByteArray, QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from sklearn import metrics as reference
from sklearn.calibration import calibration_curve

from mlp_gui.core.dataset import Task
from mlp_gui.engine.metrics.regression import metrics
from mlp_gui.session.training.phase import Phase
from mlp_gui.views.plots import all_plots

# What some tests look at alone comes first: pytest orders the tests by the place of a sample in the list of its test.
SAMPLES = ("breast_cancer", "busan_beach", "iris", "penguins", "xor", "rings", "sine")
EPOCHS = 8


@pytest.fixture(scope="module", params=SAMPLES)
def trained(shared_person, request):
    """A person in front of a sample that was trained for a few epochs, which the tests look at one after the other."""
    person = shared_person
    person.program.session.project.discard_unsaved()
    person.window.workspace.reset_layout()
    person.program.open_sample(request.param)
    person.wait_ready()
    person.run.step_epochs(EPOCHS)
    person.wait(lambda: person.run.epoch == EPOCHS)
    person.wait_for(Phase.PAUSED, Phase.FINISHED)
    person.settle()
    return person


def opened(person, name):
    """The plot of that name in front of its place, painted."""
    person.window.workspace.open(name)
    plot = person.window.workspace.plot(name)
    chronicle = person.program.session.evaluation.layer_history
    person.wait(lambda: plot.isVisible() and not chronicle.has_pending and not plot.is_due())
    return plot


def answers(person):
    """Subset -> true values and what the network says, straight from the network that was trained."""
    dataset, theta = person.run.dataset, person.run.displayed.theta
    network = person.run.prediction_cache.network.copy()
    network.theta[:] = theta
    subsets = {name: part for name, part in dataset.subsets.items() if len(part)}
    return {
        name: (dataset.to_original(part.y), dataset.to_original(network.predict(part.x)))
        for name, part in subsets.items()
    }


def oracle_of_numbers(true, said):
    error = true - said
    return {
        "mse": reference.mean_squared_error(true, said),
        "rmse": reference.root_mean_squared_error(true, said),
        "mae": reference.mean_absolute_error(true, said),
        "r2": reference.r2_score(true, said),
        "nse": reference.r2_score(true, said),
        "squared_correlation": np.corrcoef(true[:, 0], said[:, 0])[0, 1] ** 2,
        "max_error": np.abs(error).max(),
    }


def oracle_of_classes(kinds, p):
    """kinds: (rows,) class numbers; p: (rows, classes)."""
    taken = p.argmax(axis=1)
    binary = p.shape[1] == 2
    scores = p[:, 1] if binary else p
    hot = kinds if binary else np.eye(p.shape[1])[kinds]
    found = {
        "accuracy": reference.accuracy_score(kinds, taken),
        "balanced_accuracy": reference.balanced_accuracy_score(kinds, taken),
        "mcc": reference.matthews_corrcoef(kinds, taken),
        "log_loss": reference.log_loss(kinds, p, labels=range(p.shape[1])),
        "roc_auc": reference.roc_auc_score(kinds, scores, multi_class="ovr"),
        "average_precision": reference.average_precision_score(hot, scores),
        "brier": ((p - np.eye(p.shape[1])[kinds]) ** 2).sum(axis=1).mean() / (2 if binary else 1),
    }
    for average in ("macro", "weighted"):
        for name, score in (("precision", "precision_score"), ("recall", "recall_score"), ("f1", "f1_score")):
            value = getattr(reference, score)(kinds, taken, average=average, zero_division=0)
            found[f"{name}_{average}"] = value
    return found


def shown_scores(person):
    """Subset -> metric -> number of the network, from the table that a right click on the score board copies."""
    board = person.window.scores
    place = QPoint(20, 20)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, board.mapToGlobal(place))
    QApplication.sendEvent(board, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(action for action in menu.actions() if action.text() == "Copy as CSV")
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    person.settle()
    head, *rows = csv.reader(io.StringIO(QGuiApplication.clipboard().text()))
    return {
        subset: {row[0]: float(row[k + 1]) for row in rows if row[k + 1]}
        for k, subset in enumerate(head[1:])
        if ": " not in subset
    }


def class_probabilities(task, true, said):
    """Class numbers (rows,) and probabilities (rows, classes)."""
    if task is Task.MULTICLASS:
        return true.argmax(axis=1), said
    return (true[:, 0] >= 0.5).astype(int), np.column_stack([1 - said[:, 0], said[:, 0]])


def test_that_the_score_board_equals_scikit_learn(trained):
    task, shown = trained.run.dataset.task, shown_scores(trained)
    seen = answers(trained)
    assert set(shown) == set(seen)
    for subset, (true, said) in seen.items():
        if task is Task.REGRESSION:
            wanted = oracle_of_numbers(true, said)
        else:
            wanted = oracle_of_classes(*class_probabilities(task, true, said))
        assert set(wanted) <= set(shown[subset])
        for name, value in wanted.items():
            assert shown[subset][name] == pytest.approx(value, rel=1e-12, abs=1e-12), (subset, name)


def test_that_a_metric_over_the_epochs_ends_at_the_score_board(trained):
    """However fast the run was: it may have been over before the window was painted once."""
    person, shown = trained, shown_scores(trained)
    plot = opened(person, "curves")
    person.wait(lambda: EPOCHS in plot.columns().get("epoch (training)", ()))
    keys = {metrics[name].label: name for name in metrics.names()}
    offered = [text for text in plot.quantity.texts() if text in keys]
    assert len(offered) >= 2
    for name in offered:
        key = keys[name]
        plot.quantity.choose(plot.quantity.texts().index(name))
        plot.refresh()
        columns = plot.columns()
        for subset, values in shown.items():
            epochs = columns[f"epoch ({subset})"]
            assert epochs.tolist() == sorted(set(epochs.tolist()))  # of a fast run some epochs are recorded
            assert epochs[-1] == EPOCHS
            if person.run.displayed.epoch == EPOCHS and key in values:
                assert columns[subset][-1] == values[key]


def by_subset(columns, *names):
    """Subset -> arrays of the named columns of a plot."""
    subset = np.array(columns["subset"])
    return {
        each: [np.array(columns[name])[subset == each] for name in names] for each in dict.fromkeys(subset.tolist())
    }


def test_that_the_plots_of_a_classifier_equal_scikit_learn(trained):
    dataset = trained.run.dataset
    if dataset.task is Task.REGRESSION:
        fit = opened(trained, "fit")
        for subset, (true, said) in answers(trained).items():
            columns = by_subset(fit.columns(), "true", "predicted")[subset]
            np.testing.assert_array_equal(columns, [true[:, 0], said[:, 0]])
            slope, offset = np.polyfit(true[:, 0], said[:, 0], 1)
            assert fit.points.fits[subset] == pytest.approx((slope, offset), rel=1e-9, abs=1e-9)
        return
    matrix, roc, calibration = (opened(trained, name) for name in ("fit", "roc", "calibration"))
    outputs = dataset.output_names if dataset.task is Task.MULTICLASS else dataset.output_names[:1]
    for k, _ in enumerate(outputs):
        for plot in (roc, calibration):
            if plot is not None and len(plot.target.texts()) > 1:
                plot.target.choose(k)
        one_class(trained, matrix, roc, calibration, k)


def wanted_counts(kinds, p):
    return reference.confusion_matrix(kinds, p.argmax(axis=1), labels=range(p.shape[1])).ravel()


def one_class(person, matrix, roc, calibration, k):
    """Every curve of one class against the rest, and the whole matrix, against scikit-learn."""
    task = person.run.dataset.task
    for subset, (true, said) in answers(person).items():
        kinds, p = class_probabilities(task, true, said)
        counts = by_subset(matrix.columns(), "rows")[subset][0]
        labels = range(p.shape[1])
        np.testing.assert_array_equal(
            counts, reference.confusion_matrix(kinds, p.argmax(axis=1), labels=labels).ravel()
        )
        at = k if task is Task.MULTICLASS else 1
        belongs, score = kinds == at, p[:, at]
        roc.kind.choose(0)
        x, y, _ = by_subset(roc.columns(), "x", "y", "threshold")[subset]
        fpr, tpr, _ = reference.roc_curve(belongs, score, drop_intermediate=False)
        np.testing.assert_allclose((x, y), (fpr, tpr), rtol=1e-12)
        assert roc.curves()[subset][1] == pytest.approx(reference.roc_auc_score(belongs, score), rel=1e-12)
        roc.kind.choose(1)
        recall, precision, _ = by_subset(roc.columns(), "x", "y", "threshold")[subset]
        wanted = reference.precision_recall_curve(belongs, score)
        np.testing.assert_allclose((precision, recall), (wanted[0][::-1], wanted[1][::-1]), rtol=1e-12)
        area = reference.average_precision_score(belongs, score)
        assert roc.curves()[subset][1] == pytest.approx(area, rel=1e-12)
        share, mean = calibration_curve(belongs, score, n_bins=10)
        means, shares = by_subset(calibration.columns(), "mean probability", "share")[subset]
        np.testing.assert_allclose((means, shares), (mean, share), rtol=1e-12)


@pytest.mark.parametrize("trained", ["breast_cancer", "busan_beach"], indirect=True)
def test_that_every_plot_can_be_copied_saved_and_maximised(trained):
    task = trained.run.dataset.task
    suited = [kind for kind in all_plots() if task in kind.tasks]
    assert len(suited) >= 15
    for kind in suited:
        plot = opened(trained, kind.name)
        trained.wait(lambda kind=kind, plot=plot: kind.name == "runs" or len(next(iter(plot.columns().values()))))
        trained.wait(lambda plot=plot: not plot.is_due())
        size = plot.size()
        image = QImage.fromData(QByteArray(plot.png()), "PNG")
        assert image.size() == 2 * size, kind.name
        assert len({image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(80, image.height(), 7)}) > 2
        assert ET.fromstring(plot.svg()).tag.endswith("svg")
        head, *rows = csv.reader(io.StringIO(plot.csv().decode()))
        assert len(head) == len(plot.columns())
        assert rows or kind.name in ("runs",), kind.name
        copy_and_maximise(trained, plot)


def copy_and_maximise(person, plot):
    """By the buttons that appear under the pointer."""
    QGuiApplication.clipboard().clear()
    QTest.mouseMove(plot, QPoint(plot.width() // 2, 30))
    person.settle()
    buttons = {button.defaultAction(): button for button in plot.header.findChildren(QToolButton)}
    person.click(buttons[plot.copy_action])
    assert QGuiApplication.clipboard().image().size() == 2 * plot.size()
    before = plot.size()
    for larger in (True, False):
        QTest.mouseMove(plot, QPoint(plot.width() // 2, 31))
        person.settle()
        person.click(buttons[plot.maximise_action])
        person.settle()
        assert (plot.width() > before.width()) is larger


@pytest.mark.parametrize("trained", ["breast_cancer"], indirect=True)
def test_that_a_plot_which_does_not_suit_the_task_says_why_in_the_menu(trained):
    actions = {name: trained.window.findChild(QAction, f"panel_{name}") for name in ("residuals", "roc")}
    assert not actions["residuals"].isEnabled()
    assert actions["residuals"].toolTip() == (
        "This plot is for targets that are numbers; the target of this run has classes."
    )
    assert actions["roc"].isEnabled()
    assert actions["roc"].toolTip().startswith("How well the probabilities tell")
    menu = next(m for m in trained.window.findChildren(QMenu) if actions["residuals"] in m.actions())
    assert menu.toolTipsVisible()
