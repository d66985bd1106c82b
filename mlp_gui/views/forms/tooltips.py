"""The tooltip of a setting: what it is, its range, what others call it, and why it cannot be changed now."""

from __future__ import annotations

import inspect
from html import escape

from mlp_gui.core import number_format
from mlp_gui.core.params import Param
from mlp_gui.core.translation import mark, tr
from mlp_gui.engine.metrics.hydrology import hydrological, hydrology
from mlp_gui.engine.metrics.metric import metrics
from mlp_gui.views.forms import help_pages
from mlp_gui.views.theme.plain_text import RichTip

LIVE = mark("Can be changed while the run is paused; training goes on from there.")


def setting_tooltip(p: Param, live: bool = False, reason: str = "", chosen: str = "") -> RichTip:
    """Write the tooltip of a setting, as rich text, so that Qt wraps it.

    Parameters
    ----------
    p : Param
    live : bool
        It may be changed while a run is paused.
    reason : str
        Why the control is disabled; "" when it is not.
    chosen : str
        What the present choice is.
    """
    symbol = f" <i>{escape(p.symbol)}</i>" if p.symbol else ""
    parts = [f"<b>{escape(tr(p.label))}</b>{symbol}"]
    if reason:
        parts.append(f"<i>{escape(reason)}</i>")
    if p.help:
        parts.append(escape(tr(p.help)))
    if chosen:
        parts.append(escape(chosen))
    if advice := help_pages.advice(p.label):
        parts.append(escape(advice.replace("*", "")))  # without Markdown's emphasis
    parts += map(escape, setting_facts(p))
    if live and not reason:
        parts.append(escape(tr(LIVE)))
    return RichTip("".join(f"<p style='margin: 2px 0'>{part}</p>" for part in parts))


def setting_facts(p: Param) -> list[str]:
    """Return range, default and other programs' names, as sentences."""
    found = []
    if p.range_text():
        bounds = f"{p.range_text()} ({tr(p.unit)})" if p.unit else p.range_text()
        found.append(tr("Range: {bounds}.", bounds=bounds))
    if isinstance(p.default, int | float) and not isinstance(p.default, bool):
        found.append(tr("Default: {value}.", value=number_format.format_setting(p.default)))
    if p.also_called:
        found.append(tr("Elsewhere: {names}.", names=p.also_called))
    return found


def member_tooltip(member: type) -> str:
    """Return the first paragraph of a family member's docstring, which says what it is."""
    paragraph = inspect.getdoc(member) or ""
    return tr(" ".join(paragraph.split("\n\n")[0].split()))


def metric_tooltip(name: str) -> str:
    """Say what a metric means, its formula, and which way is better; empty for a name that is no metric's."""
    if name not in metrics and name not in hydrology:
        return ""
    metric = hydrological(name)
    better = tr("higher is better" if metric.higher_is_better else "lower is better")
    return "\n".join(part for part in (member_tooltip(metric), tr(metric.equation), better) if part)
