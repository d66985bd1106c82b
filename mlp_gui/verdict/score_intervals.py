"""The intervals of a network's scores and of its references', which take longer than the scores themselves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from mlp_gui.core.dataset import Dataset
from mlp_gui.engine.metrics.metric_intervals import Interval, metric_intervals
from mlp_gui.verdict.judgement import Pairs
from mlp_gui.verdict.references import References

Intervals = dict[str, dict[str, Interval]]  # subset -> metric -> (low, high)


@dataclass(frozen=True, eq=False)
class ScoreIntervals:
    """Between which numbers each score would lie for other rows of the same kind, in 95 of 100 cases.

    Attributes
    ----------
    network : dict
        Subset -> metric -> (low, high); of several targets, of the means over them.
    targets : dict
        Target -> the same; empty for a single one.
    references : dict
        Name -> the same.
    """

    network: Intervals
    targets: dict[str, Intervals] = field(default_factory=dict)
    references: dict[str, Intervals] = field(default_factory=dict)


def measure_intervals(
    dataset: Dataset,
    pairs: Pairs,
    block: int,
    references: References | None = None,
    cancelled: Callable[[], bool] = lambda: False,
    known: dict[str, Intervals] | None = None,
) -> ScoreIntervals:
    """Compute the intervals of all scores.

    Parameters
    ----------
    dataset : Dataset
    pairs : dict
        True and predicted values of each subset that has rows.
    block : int
        Length of the blocks of rows that are drawn together, as the verdict chose it.
    references : References, optional
    cancelled : callable
        Polled on the way.
    known : dict, optional
        Intervals of the references, when these were measured before with blocks of that length.

    Raises
    ------
    Cancelled
        If `cancelled` returned True.
    """
    each = {name: metric_intervals(dataset.task, *pair, block, cancelled) for name, pair in pairs.items()}
    several = len(dataset.target_names) > 1 and not dataset.task.is_classification
    beside = known or {
        model: {
            name: metric_intervals(dataset.task, pairs[name][0], answers[name], block, cancelled)[0] for name in pairs
        }
        for model, answers in (references.answers.items() if references is not None else ())
    }
    return ScoreIntervals(
        {name: found[0] for name, found in each.items()},
        {
            target: {name: found[k + 1] for name, found in each.items()}
            for k, target in enumerate(dataset.target_names if several else ())
        },
        beside,
    )
