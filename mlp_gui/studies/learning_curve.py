"""What a learning curve says about more rows: whether the score still changed by more than chance explains."""

from __future__ import annotations

import math
from collections.abc import Sequence

from mlp_gui.core.number_format import format_number, format_percent
from mlp_gui.core.translation import tr
from mlp_gui.engine.metrics.metric import metrics
from mlp_gui.studies.student_t import t_quantile
from mlp_gui.studies.summary import ScoreSpread, StudySummary

LEVEL = 0.95
SHARES = (0.1, 0.2, 0.4, 0.7, 1.0)  # of the training rows, where nobody says other numbers
COMPARED = ("rmse", "log_loss")  # of numbers and of classes; both fall to 0


def proposed_rows(n_training: int) -> tuple[int, ...]:
    """Return numbers of training rows for a learning curve, ascending and different.

    Parameters
    ----------
    n_training : int
        Rows that there are.
    """
    return tuple(sorted({max(2, round(share * n_training)) for share in SHARES if share * n_training >= 1}))


def compared_score(summaries: Sequence[StudySummary]) -> str:
    """Return which score a learning curve shows: RMSE, or the log loss of classes.

    Parameters
    ----------
    summaries : sequence of StudySummary
    """
    return next(name for name in COMPARED if name in summaries[0].scores)


def more_rows_sentence(summaries: Sequence[StudySummary]) -> str:
    """Say whether more rows would help: the mean score with all rows against that with fewer.

    A change counts where it is larger than the half width of the 95 % interval of the difference of two means (Welch).

    Parameters
    ----------
    summaries : sequence of StudySummary
        Of one learning curve, by ascending rows.

    Returns
    -------
    str
        "" where there are fewer than two numbers of rows.
    """
    if len(summaries) < 2:
        return ""
    name = compared_score(summaries)
    fewer, most = (s.scores[name] for s in summaries[-2:])
    said = {
        "score": tr(metrics[name].label),
        "fewer": f"{summaries[-2].n_training[1]:,}",
        "most": f"{summaries[-1].n_training[1]:,}",
        "before": format_number(fewer.mean),
        "after": format_number(most.mean),
    }
    if min(fewer.n, most.n) < 2:
        return tr(
            "From {fewer} to {most} rows {score} went from {before} to {after}; repeat with several networks to know "
            "whether that is chance.",
            **said,
        )
    share = (fewer.mean - most.mean) / abs(fewer.mean) if fewer.mean else math.nan
    if fewer.mean - most.mean > _half_width(fewer, most):
        return tr(
            "From {fewer} to {most} rows {score} fell by {share}, more than chance explains: more rows would "
            "probably help.",
            share=format_percent(share),
            **said,
        )
    return tr(
        "From {fewer} to {most} rows {score} went from {before} to {after}, which chance explains: more rows alone "
        "would hardly help.",
        **said,
    )


def _half_width(one: ScoreSpread, other: ScoreSpread) -> float:
    parts = [spread.standard_deviation**2 / spread.n for spread in (one, other)]
    total = sum(parts)
    if not total > 0:
        return 0.0
    freedom = total**2 / sum(part**2 / (s.n - 1) for part, s in zip(parts, (one, other), strict=True))
    return t_quantile((1 + LEVEL) / 2, freedom) * math.sqrt(total)
