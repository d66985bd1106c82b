"""One screen, one truth: whatever way leads to a shown network, every number on the screen is of its weights."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from sklearn.metrics import accuracy_score, log_loss, r2_score, root_mean_squared_error

from helpers.command_line import call
from helpers.person import Person
from mlp_gui.core.dataset import Task
from mlp_gui.core.number_format import format_number
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.export.project.run_format import read_run
from mlp_gui.session.training.phase import Phase

pytestmark = pytest.mark.usefixtures("shared_person")  # one window, which each test begins anew

OPTIONS = ("--epochs", "400", "--patience", "12", "--learning-rate", "0.03", "--schedule", "constant", "--json")


class Truth:
    """The same run walked once, without a window: parameters after each epoch, and the best ones then."""

    def __init__(self, person: Person) -> None:
        run = person.run
        trainer = Trainer(run.config, run.dataset)
        self.dataset, self.network = run.dataset, trainer.network.copy()
        self.last, self.best, self.best_epoch = {}, {}, {}
        for report in trainer.epochs():
            self.last[report.epoch] = trainer.snapshot().theta
            self.best[report.epoch] = trainer.best_theta.copy()
            self.best_epoch[report.epoch] = trainer.best_epoch
        self.end = trainer.epoch

    def numbers(self, theta: np.ndarray) -> dict[str, dict[str, float]]:
        """Metrics of each subset by scikit-learn."""
        self.network.theta[:] = theta
        found = {}
        for name, subset in self.dataset.subsets.items():
            y, p = self.dataset.to_original(subset.y), self.dataset.to_original(self.network.predict(subset.x))
            if self.dataset.task is Task.REGRESSION:
                found[name] = {"R²": r2_score(y, p), "RMSE": root_mean_squared_error(y, p)}
            else:
                labels, said = y.argmax(axis=1), p.argmax(axis=1)
                found[name] = {"Accuracy": accuracy_score(labels, said), "Log loss": log_loss(labels, p)}
        return found


def on_screen(person: Person) -> dict[str, dict[str, str]]:
    """The score table: subset -> metric -> what is written."""
    table = person.window.scores.table
    heads = [table.horizontalHeaderItem(c).text() for c in range(table.columnCount())]
    cells = [[table.item(r, c).text() for c in range(table.columnCount())] for r in range(table.rowCount())]
    return {row[0]: dict(zip(heads[1:], row[1:], strict=True)) for row in cells}


def plotted(person: Person) -> dict[str, dict[str, float]]:
    """R² of the points in Fit, or the share in the diagonal of Confusion, by subset."""
    columns = {key: np.asarray(values) for key, values in person.window.predicted_vs_true_plot.columns().items()}
    found = {}
    for name in dict.fromkeys(columns["subset"].tolist()):
        at = columns["subset"] == name
        if "predicted" in columns and "rows" not in columns:
            found[name] = {"R²": r2_score(columns["true"][at], columns["predicted"][at])}
        else:
            right = columns["rows"][at & (columns["true"] == columns["predicted"])].sum()
            found[name] = {"Accuracy": right / columns["rows"][at].sum()}
    return found


def check(person: Person, truth: Truth, epoch: int, best: bool) -> None:
    """Compare every place on the screen with the one computation."""
    judge, window = person.program.session.judge, person.window
    person.wait(lambda: judge.assessment is not None)
    person.wait_idle()
    shown = truth.best_epoch[epoch] if best else epoch
    assert window.scores.best.isChecked() is best
    button = window.scores.best if best else window.scores.last
    assert button.text() == f"{'best' if best else 'last'} (epoch {shown:,})"
    expected = truth.numbers(truth.best[epoch] if best else truth.last[epoch])
    assert_one_moment(person, epoch, shown)
    table, points = on_screen(person), plotted(person)
    for subset, metrics in expected.items():
        for metric, value in metrics.items():
            assert table[subset][metric] == format_number(value), (subset, metric)
            if metric in points[subset]:
                assert points[subset][metric] == pytest.approx(value, rel=1e-9, abs=1e-12), (subset, metric)
    verdict = judge.assessment.verdict
    measured = expected[verdict.subset]
    assert verdict.score.value == pytest.approx(measured.get("R²", measured.get("Log loss")), rel=1e-9)
    record = person.program.session.runs.find_run(person.program.session.runs.current)
    if not person.program.session.timeline.is_in_past and record is not None:
        kept = record.scores[verdict.subset]
        assert kept.get("r2", kept.get("log_loss")) == pytest.approx(verdict.score.value, rel=1e-9)


def assert_one_moment(person: Person, epoch: int, shown: int) -> None:
    """Counter, time line, curves and pictures stand at the same epoch, or say at which one."""
    window, timeline = person.window, person.program.session.timeline
    pictures = {name: window.workspace.plot(name) for name in ("weights", "gradients")}
    person.wait(lambda: not any(plot.is_due() for plot in (*pictures.values(), window.loss_plot)))
    assert window.control_bar.counter.number.text() == f"{epoch:,}"
    assert window.timeline.label.text() == f"epoch {epoch:,} of {timeline.facts.end.epoch:,}"
    said = {name: plot.header.line.text().split(";")[0] for name, plot in pictures.items()}
    assert said == {"weights": f"epoch {shown:,}", "gradients": f"epoch {epoch:,}"}
    if not timeline.is_in_past:  # there the curve goes on to the end of the line
        assert int(window.loss_plot.columns()["epoch"][-1]) == epoch


def go(person: Person, act: Callable[[], object], epoch: int) -> None:
    act()
    person.wait(lambda: person.run.epoch == epoch and person.run.phase.is_resting)
    person.settle()


@pytest.mark.parametrize("source", ["made", "sample:iris"])
def test_that_every_way_to_a_network_shows_numbers_of_its_own_weights(
    person: Person, another: Person, table: Path, tmp_path: Path, source: str
) -> None:
    file = tmp_path / "run.mlp"
    data = str(table) if source == "made" else source
    done = call("train", data, *OPTIONS, "--out", str(file))
    assert done.returncode == 0, done.stdout + done.stderr
    # Open: the file of a run that was trained without a window, whose best weights are in use.
    person.drop(person.window, file)
    person.wait_for(Phase.FINISHED)
    truth = Truth(person)
    end, best = truth.end, truth.best_epoch[truth.end]
    assert 0 < best < end, "best and last weights must differ"
    np.testing.assert_array_equal(read_run(file).model.network.theta, truth.best[end])
    check(person, truth, end, best=True)
    # Show the last and the best weights.
    person.click(person.window.scores.last)
    check(person, truth, end, best=False)
    person.click(person.window.scores.best)
    check(person, truth, end, best=True)
    # Train anew in this window: along the time line, and off it.
    person.click(person.window.control_bar.reset)
    person.wait_for(Phase.READY)
    person.program.session.run.train()
    person.wait_for(Phase.FINISHED)
    check(person, truth, end, best=True)
    timeline = person.program.session.timeline
    go(person, lambda: timeline.go_to(best + 2), best + 2)
    check(person, truth, best + 2, best=False)
    go(person, lambda: timeline.go_to(end), end)
    check(person, truth, end, best=True)
    # A fork: the same settings go on otherwise only when something changes; its truth is the trainer's own.
    go(person, lambda: timeline.go_to(3), 3)
    check(person, truth, 3, best=False)
    config = person.run.config
    rate = config.replace(training=config.training.replace(learning_rate=0.01))
    person.program.session.undo_stack.set_config(rate)
    person.wait(lambda: person.run.config == rate)
    person.settle()
    go(person, lambda: timeline.step_epochs(1), 4)
    walked = Trainer(config, person.run.dataset)
    for _ in range(3):
        walked.step_epoch()
    walked.retune(rate)
    walked.step_epoch()
    truth.last[4], truth.best[4], truth.best_epoch[4] = (
        walked.snapshot().theta, walked.best_theta.copy(), walked.best_epoch,
    )  # fmt: skip
    check(person, truth, 4, best=False)
    # Restore the run that was left.
    person.program.session.runs.restore(1)
    person.wait_for(Phase.FINISHED)
    assert (person.run.epoch, person.run.config) == (end, config)
    check(person, truth, end, best=True)
    # Recover: the side copy of this window, taken over in another one.
    side = person.program.session.project.autosave_file.claim_path()
    person.wait(side.exists)
    person.wait_idle()
    side.with_name("1.mlp").write_bytes(side.read_bytes())
    another.come_forward()
    another.program.project.offer_recovery()
    another.answer("Recover")
    another.wait(lambda: another.run.phase.is_resting and another.run.epoch > 0)
    another.settle()
    check(another, truth, another.run.epoch, best=another.run.weights.is_best)
    another.program.session.project.discard_unsaved()
