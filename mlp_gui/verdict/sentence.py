"""The verdict in one sentence, the same in the window, the report and on the command line."""

from __future__ import annotations

import math

from mlp_gui.core.number_format import format_number
from mlp_gui.core.subsets import Subset
from mlp_gui.core.translation import format_localized, mark, tr, tr_n
from mlp_gui.engine.metrics.bootstrap import Estimate
from mlp_gui.engine.metrics.metric import metrics
from mlp_gui.verdict.judgement import Verdict, is_persistence_better
from mlp_gui.verdict.references import CONSTANT, LINEAR, PERSISTENCE


def verdict_sentence(verdict: Verdict) -> str:
    """Say what is to be thought of a network, with its numbers."""
    said = {
        "not_finite": _not_finite,
        "nothing_varies": _nothing_varies,
        "no_better": _no_better,
        "not_shown": _not_shown,
        "only_training": _only_training,
        "test_worse": _test_worse,
        "other_level": _other_level,
        "linear_better": _linear_better,
        "as_linear": _as_linear,
        "few_rows": _better,
        "better": _better,
    }[verdict.finding](verdict)
    return " ".join(filter(None, (said, _persistence(verdict))))


def _not_finite(v: Verdict) -> str:
    return tr("Its answers are not finite numbers: it cannot be used.")


def _nothing_varies(v: Verdict) -> str:
    return tr("Nobody can tell: the target never changes on {rows}.", rows=_rows(v))


def _no_better(v: Verdict) -> str:
    text = mark("No better than {constant}: {score} on {rows}.")
    if v.skill[CONSTANT].high < 0:
        text = mark("Worse than {constant}: {score} on {rows}.")
    said = tr(text, constant=tr(v.constant_label), score=_score(v), rows=_rows(v))
    if v.validation_score.value > max(0.2, v.score.value + 0.2) and not v.is_classification:
        more = tr("Validation promised R² {score}.", score=two_digits(v.validation_score.value))
        return f"{said} {more}"
    return said


def _not_shown(v: Verdict) -> str:
    return tr(
        "Not shown to be better than {constant}: {score}; {rows} are too few to tell.",
        constant=tr(v.constant_label),
        score=_score(v),
        rows=_rows(v),
    )


def _only_training(v: Verdict) -> str:
    return tr(
        "Nobody knows how good it is: no rows were held back. {score} on its own {rows}.",
        score=_upper_first(_score(v)),
        rows=_rows(v),
    )


def _test_worse(v: Verdict) -> str:
    return tr_n(
        "Test is much worse than validation: {score} against {other}; {n:,} row decides.",
        "Test is much worse than validation: {score} against {other}; {n:,} rows decide.",
        v.rows,
        score=_named_score(v, v.score.value),
        other=_score_number(v, v.validation_score.value),
    )


def _other_level(v: Verdict) -> str:
    return tr(
        "Worse than the mean of the rows themselves: {score} on {rows}, on another level than the training rows.",
        score=_score(v),
        rows=_rows(v),
    )


def _linear_better(v: Verdict) -> str:
    over = v.skill[LINEAR]
    # Seen from the linear model, so that no error at all is 100 % less.
    low, value, high = (_reversed(x) for x in (over.high, over.value, over.low))
    return tr(
        "A linear model is better: its {measure} is {share} lower {interval} on {rows}.",
        measure=_measure(v),
        share=_percent(value),
        interval=_interval_of_percents(Estimate(value, low, high)),
        rows=_rows(v),
    )


def _as_linear(v: Verdict) -> str:
    constant = v.skill[CONSTANT]
    over = v.skill[LINEAR]
    return tr(
        "No better than a linear model ({measure} {share} {interval}), but {more} lower than {constant}, on {rows}.",
        measure=_measure(v),
        share=_signed_percent(-over.value),
        interval=_interval_of_percents(Estimate(-over.value, -over.high, -over.low)),
        more=_percent(constant.value),
        constant=tr(v.constant_label),
        rows=_rows(v),
    )


def _better(v: Verdict) -> str:
    constant, over = v.skill[CONSTANT], v.skill.get(LINEAR)
    if over is None:
        return tr(
            "{share} lower {measure} than {constant} {interval}, on {rows}.",
            share=_percent(constant.value),
            measure=_measure(v),
            constant=tr(v.constant_label),
            interval=_interval_of_percents(constant),
            rows=_rows(v),
        )
    text = mark("{share} lower {measure} than a linear model {interval}, {more} lower than {constant}, on {rows}.")
    if v.finding == "few_rows":
        text = mark(
            "{share} lower {measure} than a linear model, {more} lower than {constant}, but that rests on only {rows}."
        )
    return tr(
        text,
        share=_percent(over.value),
        measure=_measure(v),
        interval=_interval_of_percents(over),
        more=_percent(constant.value),
        constant=tr(v.constant_label),
        rows=_rows(v),
    )


def _persistence(v: Verdict) -> str:
    if v.finding in ("not_finite", "nothing_varies") or not is_persistence_better(v):
        return ""
    share = _percent(_reversed(v.skill[PERSISTENCE].value))
    return tr("Repeating the value before has a {share} lower {measure}.", share=share, measure=_measure(v))


# --- parts of sentences ----------------------------------------------------------------------------------------


def _rows(v: Verdict) -> str:
    if v.subset is Subset.TEST:
        return tr_n("{n:,} test row", "{n:,} test rows", v.rows)
    if v.subset is Subset.VALIDATION:
        return tr_n("{n:,} validation row", "{n:,} validation rows", v.rows)
    return tr_n("{n:,} training row", "{n:,} training rows", v.rows)


def _measure(v: Verdict) -> str:
    label = tr(metrics[v.measure].label)
    return label if v.measure != "log_loss" else tr("log loss")


def _score(v: Verdict) -> str:
    """Write R² with its interval, or the log loss with that of the class frequencies.

    Where the target never changes and has no R²: by how much the error is above that of the mean.
    """
    score = v.score
    if math.isnan(score.low) and not v.is_classification:  # the value itself may be huge by rounding
        over = v.skill[CONSTANT]
        interval = _interval_of_percents(Estimate(-over.value, -over.high, -over.low))
        return f"{_measure(v)} {_signed_percent(-over.value)} {interval}"
    if not v.is_classification:
        interval = _interval(two_digits(score.low), two_digits(score.high))
        text = mark("R² {value} {interval}") if not v.pooled else mark("R² {value} {interval} over all targets")
        return tr(text, value=two_digits(score.value), interval=interval)
    return tr(
        "log loss {value} {interval} against {constant}",
        value=format_number(score.value),
        interval=_interval(format_number(score.low), format_number(score.high)),
        constant=format_number(v.constant_score),
    )


def _named_score(v: Verdict, value: float) -> str:
    text = mark("log loss {value}") if v.is_classification else mark("R² {value}")
    return tr(text, value=_score_number(v, value))


def _score_number(v: Verdict, value: float) -> str:
    return format_number(value) if v.is_classification else two_digits(value)


def two_digits(value: float) -> str:
    """Write R² as people do, 0.57; one near 1 or 0 with as many digits as tell it from 1 or 0."""
    if math.isnan(value) or abs(value) >= 100:
        return format_number(value)
    is_close = 0.99 <= value < 1 or 5e-5 <= abs(value) < 0.005
    return format_localized(round(value, 4) + 0.0, ".4f" if is_close else ".2f")  # or: -0.0 is written -0


def _percent(share: float) -> str:
    """Write a share in whole per cent; one that is not whole does not become 0 or 100."""
    per_cent = 100 * share
    if 99 < per_cent < 99.995:
        return tr("{share} %", share=format_localized(per_cent, ".2f"))
    return tr("{share} %", share=format_localized(per_cent, ".1f" if 0 < abs(per_cent) < 1 else ",.0f"))


def _signed_percent(share: float) -> str:
    """Write a change: +3 %, -2 %."""
    return tr("{share} %", share=_whole(share, "+"))


def _whole(share: float, sign: str = "") -> str:
    per_cent = 100 * share
    if not math.isfinite(per_cent):
        return format_number(per_cent)
    digits = ".1f" if abs(per_cent) < 1 else ",.0f"
    return format_localized(per_cent + 0.0, f"{sign}{digits}")


def _interval_of_percents(e: Estimate) -> str:
    return _interval(_whole(e.low), _whole(e.high))


def _interval(low: str, high: str) -> str:
    return f"[{low}, {high}]" if "," not in low + high else f"[{low}; {high}]"


def _reversed(skill: float) -> float:
    """Return the skill of a reference over the network from that of the network over the reference."""
    return 1.0 if skill == -math.inf else -skill / (1 - skill) if skill < 1 else -math.inf


def _upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]
