"""Metrics of a river's discharge beside NSE, KGE and PBIAS, and why one of them has no value for some rows."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from mlp_gui.core.registry import Registry
from mlp_gui.core.translation import mark, tr, tr_n
from mlp_gui.engine.metrics.metric import NAN, Metric, Values, metrics, ratio
from mlp_gui.engine.metrics.regression import NashSutcliffe, correlation

hydrology: Registry[Metric] = Registry("hydrological metric")

HIGH_SHARE, LOW_SHARE = 0.02, 0.3  # of the flow duration curve, from its high and its low end (Yilmaz et al. 2008)
LOW_FLOW = 0.05  # the quantile that is exceeded 95 % of the time
OFFSET = 0.01  # of the mean true value (Pushpalatha et al. 2012)


@hydrology.register("log_nse", "log-NSE")
class LogNashSutcliffe(Metric):
    """NSE of the logarithms, which weighs low flows as much as floods; needs values that are not negative.

    Where true values or predictions are 0, a hundredth of the mean true value is added to all of them before the
    logarithm [1]_.

    References
    ----------
    .. [1] R. Pushpalatha, C. Perrin, N. Le Moine and V. Andréassian, "A review of efficiency criteria suitable for
       evaluating low-flow simulations", Journal of Hydrology 420-421 (2012), 171-182.
    """

    equation = "1 − Σ (ln p − ln y)² / Σ (ln y − mean ln y)²"

    def compute(self, y: Values, p: Values) -> float:
        lowest = min(y.min(initial=np.inf), p.min(initial=np.inf))
        if not lowest >= 0:
            return NAN
        offset = OFFSET * float(y.mean()) if lowest == 0 else 0.0
        return NashSutcliffe()(np.log(y + offset), np.log(p + offset))


@hydrology.register("kge_2012", "KGE (2012)")
class ModifiedKlingGupta(Metric):
    """1 - sqrt((r - 1)^2 + (CV p / CV y - 1)^2 + (mean p / mean y - 1)^2), CV = std / mean (Kling et al. 2012).

    References
    ----------
    .. [1] H. Kling, M. Fuchs and M. Paulin, "Runoff conditions in the upper Danube basin under an ensemble of climate
       change scenarios", Journal of Hydrology 424-425 (2012), 264-277.
    """

    equation = "1 − √((r − 1)² + (CVₚ/CVᵧ − 1)² + (μₚ/μᵧ − 1)²)"

    def compute(self, y: Values, p: Values) -> float:
        if len(y) < 2:
            return NAN
        spread = ratio(ratio(float(p.std()), float(p.mean())), ratio(float(y.std()), float(y.mean())))
        return 1 - math.hypot(correlation(y, p) - 1, spread - 1, ratio(float(p.mean()), float(y.mean())) - 1)


@hydrology.register("peak_error", "Peak error (%)")
class PeakError(Metric):
    """100 (max p - max y) / max y: how much too high the highest flow is, negative when it is too low. Its best is 0.

    References
    ----------
    .. [1] C. W. Dawson, R. J. Abrahart and L. M. See, "HydroTest: a web-based toolbox of evaluation metrics for the
       standardised assessment of hydrological forecasts", Environmental Modelling & Software 22 (2007), 1034-1052.
    """

    equation, higher_is_better = "100 (max p − max y) / max y", False

    def compute(self, y: Values, p: Values) -> float:
        return 100 * ratio(float(p.max() - y.max()), float(y.max())) if _is_flow(y) else NAN


@hydrology.register("low_flow_error", "Low-flow error (%)")
class LowFlowError(Metric):
    """100 (Q95 p - Q95 y) / Q95 y, where Q95 is the flow that is exceeded 95 % of the time. Its best is 0.

    References
    ----------
    .. [1] V. U. Smakhtin, "Low flow hydrology: a review", Journal of Hydrology 240 (2001), 147-186.
    """

    equation, higher_is_better = "100 (Q₉₅ₚ − Q₉₅ᵧ) / Q₉₅ᵧ", False

    def compute(self, y: Values, p: Values) -> float:
        if not _is_flow(y):
            return NAN
        mine, true = (float(np.quantile(v, LOW_FLOW)) for v in (p, y))
        return 100 * ratio(mine - true, true)


@hydrology.register("volume_error", "Volume error")
class VolumeError(Metric):
    """Sum of p - y: the volume that is too much, in the target's unit times one step. PBIAS is the same in per cent."""

    equation, higher_is_better = "Σ p − Σ y", False

    def compute(self, y: Values, p: Values) -> float:
        return float(np.sum(p - y)) if len(y) else NAN


@hydrology.register("fhv", "FHV (%)")
class HighFlowBias(Metric):
    """Bias of the highest 2 % of the flow duration curve: 100 sum (p - y) / sum y. Its best is 0 (Yilmaz et al. 2008).

    References
    ----------
    .. [1] K. K. Yilmaz, H. V. Gupta and T. Wagener, "A process-based diagnostic approach to model evaluation:
       application to the NWS distributed hydrologic model", Water Resources Research 44 (2008), W09417.
    """

    equation, higher_is_better = mark("100 Σ (p − y) / Σ y; y and p sorted, their highest 2 %"), False

    def compute(self, y: Values, p: Values) -> float:
        if not _is_flow(y):
            return NAN
        most = max(1, round(HIGH_SHARE * len(y)))
        high, true = np.sort(p)[-most:], np.sort(y)[-most:]
        return 100 * ratio(float(np.sum(high - true)), float(np.sum(true)))


@hydrology.register("flv", "FLV (%)")
class LowFlowBias(Metric):
    """Bias of the lowest 30 % of the flow duration curve in logarithms above its lowest flow (Yilmaz et al. 2008).

    Positive means that low flows are too steady; the best is 0. It needs values above 0.

    References
    ----------
    .. [1] K. K. Yilmaz, H. V. Gupta and T. Wagener, "A process-based diagnostic approach to model evaluation:
       application to the NWS distributed hydrologic model", Water Resources Research 44 (2008), W09417.
    """

    equation = mark("−100 (Σ ln(p / min p) − Σ ln(y / min y)) / Σ ln(y / min y); y and p sorted, their lowest 30 %")
    higher_is_better = False

    def compute(self, y: Values, p: Values) -> float:
        if not len(y) or not min(y.min(), p.min()) > 0:
            return NAN
        most = max(1, round(LOW_SHARE * len(y)))
        mine, true = (float(np.sum(np.log(low / low[0]))) for low in (np.sort(p)[:most], np.sort(y)[:most]))
        return -100 * ratio(mine - true, true)


# What hydrologists look at, in this order.
NAMES = (
    "nse", "log_nse", "kge", "kge_2012", "pbias", "volume_error", "peak_error", "low_flow_error", "fhv", "flv",
)  # fmt: skip


def hydrological(name: str) -> type[Metric]:
    """Return the metric of one of `NAMES`, some of which every regression has."""
    return hydrology[name] if name in hydrology else metrics[name]


def evaluate_hydrology(y: Values, p: Values) -> dict[str, float]:
    """Compute what hydrologists look at; nan where `why_undefined` has a sentence.

    Parameters
    ----------
    y, p : ndarray, shape (n_rows,)
        True and predicted values of one target in original units.

    Returns
    -------
    dict of str to float
        By the names in `NAMES`.
    """
    y, p = np.asarray(y, float), np.asarray(p, float)
    return {name: hydrological(name)()(y, p) for name in NAMES}


def why_undefined(name: str, y: Values, p: Values) -> str:
    """Return in one sentence why a metric has no value for these rows; "" when it has one.

    Parameters
    ----------
    name : str
        One of `NAMES`.
    y, p : ndarray, shape (n_rows,)
    """
    y, p = np.asarray(y, float), np.asarray(p, float)
    if math.isfinite(hydrological(name)()(y, p)):
        return ""
    if not np.isfinite(p).all() or not np.isfinite(y).all():
        return tr("Some predictions are infinite or no numbers.")
    if len(y) < 2:
        return tr("It needs at least two rows.")
    return next((said for said in (reason(y, p) for reason in _REASONS[name]) if said), tr("It divides by 0 here."))


def _is_flow(y: Values) -> bool:
    return len(y) > 0 and bool(y.min() >= 0)


def _negative(y: Values, p: Values) -> str:
    n = int((y < 0).sum())
    return tr_n("{n:,} true value is below 0.", "{n:,} true values are below 0.", n) if n else ""


def _negative_predictions(y: Values, p: Values) -> str:
    n = int((p < 0).sum())
    return tr_n("{n:,} prediction is below 0.", "{n:,} predictions are below 0.", n) if n else ""


def _zero(y: Values, p: Values) -> str:
    n = int((y == 0).sum())
    return tr_n("{n:,} true value is 0.", "{n:,} true values are 0.", n) if n else ""


def _zero_predictions(y: Values, p: Values) -> str:
    n = int((p == 0).sum())
    return tr_n("{n:,} prediction is 0.", "{n:,} predictions are 0.", n) if n else ""


def _constant(y: Values, p: Values) -> str:
    return tr("All true values are equal.") if np.ptp(y) == 0 else ""


def _constant_predictions(y: Values, p: Values) -> str:
    return tr("All predictions are equal.") if np.ptp(p) == 0 else ""


def _no_mean(y: Values, p: Values) -> str:
    return tr("The mean of the true values is 0.") if y.sum() == 0 else ""


def _no_high_flow(y: Values, p: Values) -> str:
    return tr("All true values are 0.") if y.max() == 0 else ""


def _no_low_flow(y: Values, p: Values) -> str:
    return tr("The flow that is exceeded 95 % of the time is 0.") if np.quantile(y, LOW_FLOW) == 0 else ""


def _level_low_flow(y: Values, p: Values) -> str:
    return tr("The lowest 30 % of the true values are equal.")


Reason = Callable[[Values, Values], str]
_REASONS: dict[str, tuple[Reason, ...]] = {
    "nse": (_constant,),
    "log_nse": (_negative, _negative_predictions, _constant),
    "kge": (_constant, _constant_predictions, _no_mean),
    "kge_2012": (_constant, _constant_predictions, _no_mean),
    "pbias": (_no_mean,),
    "volume_error": (),
    "peak_error": (_negative, _no_high_flow),
    "low_flow_error": (_negative, _no_low_flow),
    "fhv": (_negative, _no_high_flow),
    "flv": (_negative, _negative_predictions, _zero, _zero_predictions, _level_low_flow),
}
