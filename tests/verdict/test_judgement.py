"""The verdict finds what is true of made networks: better, equal, worse, and how sure that is."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from sklearn.metrics import r2_score, root_mean_squared_error

from mlp_gui.core.dataset import Dataset, SubsetData, Task
from mlp_gui.core.subsets import Subset
from mlp_gui.engine.metrics.bootstrap import Estimate
from mlp_gui.engine.network.losses import MSE, default_loss
from mlp_gui.engine.training.config import TrainingConfig
from mlp_gui.verdict.judgement import Verdict, judge
from mlp_gui.verdict.references import fit_references
from mlp_gui.verdict.sentence import two_digits, verdict_sentence

SIZES = {"training": 200, "validation": 80, "test": 100}


def made(rng, task: Task = Task.REGRESSION, sizes: dict[str, int] = SIZES, curved: float = 1.0) -> Dataset:
    """A target with a straight part and a curved one, which no linear model finds, and noise."""
    parts = []
    for rows in sizes.values():
        x = rng.normal(size=(rows, 2))
        y = x[:, :1] + curved * (x[:, 1:] ** 2 - 1) + 0.3 * rng.normal(size=(rows, 1))
        if task is Task.BINARY:
            y = (y > 0).astype(float)
        parts.append(SubsetData(x, y, np.arange(rows)))
    return Dataset(*parts, ("a", "b"), ("y",), task, ("no", "yes") if task is Task.BINARY else ())


def straight(x):
    return x[:, :1]


def whole(x):
    return x[:, :1] + x[:, 1:] ** 2 - 1


def verdict_of(dataset: Dataset, answers) -> Verdict:
    """The verdict about a network that answers with a function of the inputs, or with one for each subset."""
    loss = default_loss(dataset.task)
    chosen = answers if isinstance(answers, dict) else dict.fromkeys(Subset, answers)
    pairs = {name: (s.y, chosen[name](s.x)) for name, s in dataset.subsets.items() if len(s)}
    return judge(dataset, loss, fit_references(dataset, TrainingConfig(loss=loss)), pairs)


def test_that_a_network_that_beats_both_references_is_good(rng):
    dataset = made(rng)
    verdict = verdict_of(dataset, whole)
    assert (verdict.kind, verdict.subset, verdict.rows) == ("good", "test", 100)
    references = fit_references(dataset, TrainingConfig())
    own = root_mean_squared_error(dataset.test.y, whole(dataset.test.x))
    for model in ("constant", "linear"):
        other = root_mean_squared_error(dataset.test.y, references.answers[model]["test"])
        assert verdict.skill[model].value == pytest.approx(1 - own / other)
        assert verdict.skill[model].low <= verdict.skill[model].value <= verdict.skill[model].high
    assert "than a linear model" in verdict_sentence(verdict)


def test_that_rows_whose_target_never_changes_are_judged_by_the_error_against_the_mean(rng):
    dataset = made(rng)
    dataset = replace(dataset, test=replace(dataset.test, y=np.full_like(dataset.test.y, 0.2)))
    verdict = verdict_of(dataset, whole)
    mean = dataset.train.y.mean()
    own = root_mean_squared_error(dataset.test.y, whole(dataset.test.x))
    more = own / root_mean_squared_error(dataset.test.y, np.full_like(dataset.test.y, mean)) - 1
    assert verdict_sentence(verdict).startswith(f"Worse than the mean: RMSE +{100 * more:,.0f} % [")


def test_that_a_network_like_the_linear_model_is_neither_good_nor_bad(rng):
    verdict = verdict_of(made(rng, curved=0.0), straight)
    assert (verdict.kind, verdict.finding) == ("neutral", "as_linear")


def test_that_a_network_below_the_linear_model_is_a_warning(rng):
    verdict = verdict_of(made(rng, curved=0.0), lambda x: 0.5 * x[:, :1])
    assert (verdict.kind, verdict.finding) == ("warning", "linear_better")
    assert verdict_sentence(verdict).startswith("A linear model is better: its RMSE is ")


@pytest.mark.parametrize(
    ("answers", "said"),
    [(lambda x: 0.1 * x[:, 1:], "No better"), (lambda x: -x[:, :1], "Worse")],
    ids=["noise", "wrong"],
)
def test_that_a_network_no_better_than_the_mean_is_bad(rng, answers, said):
    dataset = made(rng)
    verdict = verdict_of(dataset, answers)
    assert (verdict.kind, verdict.finding) == ("bad", "no_better")
    r2 = r2_score(dataset.test.y, answers(dataset.test.x))
    assert verdict.score.value == pytest.approx(r2)
    sentence = verdict_sentence(verdict)
    assert sentence.startswith(f"{said} than the mean: R² {r2:.2f} [")
    assert sentence.endswith("on 100 test rows.")


def test_that_a_test_far_below_validation_is_a_warning(rng):
    half = {**dict.fromkeys(Subset, whole), Subset.TEST: lambda x: 0.3 * whole(x)}
    verdict = verdict_of(made(rng), half)
    assert (verdict.kind, verdict.finding) == ("warning", "test_worse")
    assert verdict_sentence(verdict).startswith("Test is much worse than validation: R² ")
    assert verdict_sentence(verdict).endswith("; 100 rows decide.")


def test_that_rows_on_another_level_make_nothing_good(rng):
    """Half way to them is better than the mean of the training rows, and worse than anything that knows the level."""
    dataset = made(rng, curved=0.0)
    for subset in (dataset.validation, dataset.test):
        subset.y[:] += 20
    verdict = verdict_of(dataset, lambda x: x[:, :1] + 10)
    assert min(verdict.skill[model].low for model in ("constant", "linear")) > 0
    assert (verdict.kind, verdict.finding) == ("bad", "other_level")
    assert verdict.score.value == pytest.approx(r2_score(dataset.test.y, dataset.test.x[:, :1] + 10))
    assert verdict_sentence(verdict).startswith("Worse than the mean of the rows themselves: R² -")


def test_that_nothing_is_good_that_repeating_the_value_before_would_beat(rng):
    verdict = verdict_of(made(rng), whole)
    by_chance, beaten = (Estimate(-0.2, -0.5, high) for high in (0.1, -0.1))
    assert replace(verdict, skill=verdict.skill | {"persistence": by_chance}).kind == "good"
    assert replace(verdict, skill=verdict.skill | {"persistence": beaten}).kind == "neutral"


def test_that_validation_rows_judge_where_no_test_rows_are(rng):
    verdict = verdict_of(made(rng, sizes=SIZES | {"test": 0}), whole)
    assert (verdict.kind, verdict.subset) == ("good", "validation")


def test_that_training_rows_alone_make_nothing_good(rng):
    alone = {"training": 200, "validation": 0, "test": 0}
    assert verdict_of(made(rng, sizes=alone), whole).kind == "neutral"
    assert verdict_of(made(rng, sizes=alone), lambda x: 0 * x[:, :1]).kind == "bad"


def test_that_a_handful_of_rows_makes_nothing_good(rng):
    verdict = verdict_of(made(rng, sizes=SIZES | {"test": 12}), whole)
    assert (verdict.kind, verdict.finding) == ("neutral", "few_rows")


def test_that_answers_that_are_no_numbers_are_bad(rng):
    verdict = verdict_of(made(rng), lambda x: np.full((len(x), 1), np.nan))
    assert (verdict.kind, verdict.finding) == ("bad", "not_finite")


def test_that_a_target_that_never_changes_judges_nothing(rng):
    dataset = made(rng)
    same = [SubsetData(s.x, np.ones_like(s.y), s.row_numbers) for s in dataset.subsets.values()]
    constant = Dataset(*same, ("a", "b"), ("y",), Task.REGRESSION)
    assert verdict_of(constant, whole).finding == "nothing_varies"


def test_that_classes_are_judged_by_their_probabilities(rng):
    dataset = made(rng, Task.BINARY)
    good = verdict_of(dataset, lambda x: 1 / (1 + np.exp(-6 * whole(x))))
    assert (good.kind, good.measure) == ("good", "log_loss")
    share = dataset.train.y.mean()
    flat = verdict_of(dataset, lambda x: np.full((len(x), 1), share))
    assert (flat.kind, flat.finding) == ("bad", "no_better")
    assert verdict_sentence(flat).startswith("No better than the class frequencies: log loss ")


def test_that_networks_that_learnt_nothing_are_seldom_called_good(rng):
    """The answers are noise: an interval of 95 % lets one in forty of them pass the constant, and fewer both."""
    dataset = made(rng, curved=0.0, sizes=SIZES)
    passed = sum(verdict_of(dataset, lambda x: rng.normal(0, 0.1, (len(x), 1))).kind == "good" for _ in range(40))
    assert passed <= 1


def test_that_targets_of_different_units_are_pooled_in_their_spread(rng):
    one = made(rng)
    both = [SubsetData(s.x, np.hstack([s.y, 1e6 * s.y]), s.row_numbers) for s in one.subsets.values()]
    two = Dataset(*both, ("a", "b"), ("y", "z"), Task.REGRESSION)
    alone = verdict_of(one, whole)
    pooled = verdict_of(two, lambda x: np.hstack([whole(x), 1e6 * whole(x)]))
    assert pooled.skill["constant"].value == pytest.approx(alone.skill["constant"].value)
    assert pooled.score.value == pytest.approx(alone.score.value)
    assert pooled.pooled
    assert not alone.pooled


def test_that_a_verdict_repeats_itself(rng):
    dataset = made(rng)
    assert verdict_of(dataset, whole) == verdict_of(dataset, whole)
    assert judge(
        dataset, MSE(), fit_references(dataset, TrainingConfig()),
        {name: (s.y, whole(s.x)) for name, s in dataset.subsets.items()},
    ) == verdict_of(dataset, whole)  # fmt: skip


def test_that_few_rows_that_look_good_are_not_called_bad(rng):
    """All rows right but one, whose error is 0.78 of all that the constant makes: drawn twice, it turns the picture."""
    dataset = made(rng, sizes=SIZES | {"test": 8})
    y = dataset.test.y
    wrong = np.zeros_like(y)
    wrong[0] = np.sqrt(0.78 * ((y - dataset.train.y.mean()) ** 2).sum())
    verdict = verdict_of(dataset, {**dict.fromkeys(Subset, whole), Subset.TEST: lambda x: y + wrong})
    assert verdict.skill["constant"].value == pytest.approx(1 - np.sqrt(0.78))
    assert (verdict.kind, verdict.finding) == ("warning", "not_shown")
    assert "8 test rows are too few to tell" in verdict_sentence(verdict)


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.5678, "0.57"), (0.99591, "0.9959"), (-0.004782, "-0.0048"), (1e-6, "0.00"), (-1e-6, "0.00"), (-0.04, "-0.04")],
)
def test_that_r2_near_zero_is_told_from_zero(value, text):
    assert two_digits(value) == text
