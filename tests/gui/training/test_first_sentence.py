"""Five minutes of a person with three tables: the window's first sentence about each is the right one."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from sklearn.dummy import DummyRegressor
from sklearn.metrics import root_mean_squared_error

from mlp_gui.session.training.phase import Phase

N = 400


def good(rng) -> pd.DataFrame:
    """A target that bends, which no straight line can follow."""
    x = rng.uniform(-2, 2, (N, 2))
    return pd.DataFrame(
        {"a": x[:, 0], "b": x[:, 1], "y": x[:, 0] ** 2 + np.sin(2 * x[:, 1]) + 0.1 * rng.normal(size=N)}
    )


def useless(rng) -> pd.DataFrame:
    """Inputs that have nothing to do with the target."""
    return pd.DataFrame({"a": rng.normal(size=N), "b": rng.normal(size=N), "y": rng.normal(10, 1, N)})


def leaking(rng) -> pd.DataFrame:
    """The useless table with each row twice: those that are held back have been seen."""
    twice = pd.concat([useless(rng)] * 2)
    return twice.iloc[rng.permutation(len(twice))]


def opened(person, frame: pd.DataFrame, path) -> None:
    frame.round(4).to_csv(path, index=False)
    person.program.session.project.discard_unsaved()
    person.program.open(str(path))
    person.wait_ready()


def trained(person) -> str:
    person.click(person.window.control_bar.primary)
    person.wait_for(Phase.FINISHED)
    person.wait(lambda: person.program.session.judge.assessment is not None)
    person.settle()
    return person.window.scores.verdict.sentence()


def leaks(person) -> list[str]:
    return [n.headline.text() for n in person.window.experiment.data.leaks.notices if n.isVisible()]


@pytest.mark.parametrize(("make", "kind"), [(good, "good"), (useless, "bad")])
def test_that_the_first_sentence_says_whether_the_network_is_any_good(shared_person, rng, tmp_path, make, kind):
    person = shared_person
    opened(person, make(rng), tmp_path / f"{kind}.csv")
    assert not leaks(person)
    said = trained(person)
    verdict = person.program.session.judge.assessment.verdict
    assert person.window.scores.verdict.kind == person.window.status.kind == kind
    dataset, cache = person.run.dataset, person.run.prediction_cache
    true = dataset.true_values(dataset.test.y)
    own = root_mean_squared_error(true, dataset.to_original(cache.network.predict(dataset.test.x)))
    dummy = DummyRegressor().fit(dataset.train.x, dataset.true_values(dataset.train.y))
    constant = root_mean_squared_error(true, dummy.predict(dataset.test.x))
    assert verdict.skill["constant"].value == pytest.approx(1 - own / constant)
    if kind == "good":
        assert "lower RMSE than a linear model" in said.split(",")[0]
        assert f"{100 * verdict.skill['constant'].value:.0f} % lower than the mean" in said
    else:
        assert said.split(":")[0] in ("No better than the mean", "Worse than the mean")


def test_that_a_leak_is_the_first_thing_that_is_said(shared_person, rng, tmp_path):
    person = shared_person
    opened(person, leaking(rng), tmp_path / "leaking.csv")
    held_back = sum(len(s) for s in (person.run.dataset.validation, person.run.dataset.test))
    [said] = leaks(person)
    assert said.endswith(
        f"of {held_back:,} rows for validation and test have the same inputs and target as a training row."
    )
    # One click cures it; then the truth about the table comes out.
    [button] = [
        b
        for n in person.window.experiment.data.leaks.notices
        if n.isVisible()
        for b in n.buttons
        if "copies" in b.text()
    ]
    person.click(button)
    person.wait_ready()
    assert not leaks(person)
    assert trained(person).split(":")[0] in ("No better than the mean", "Worse than the mean")
