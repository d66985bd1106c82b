"""The data panel in a few words: what is used of the table, and the settings that are folded."""

from __future__ import annotations

from mlp_gui.core import number_format
from mlp_gui.core.params import Config, param_of
from mlp_gui.core.translation import format_localized, lower_first, tr, tr_n
from mlp_gui.data.columns.table import Table
from mlp_gui.data.preprocessing.spec import DataSpec
from mlp_gui.data.splits.split_config import WITH_COLUMN, WITHOUT_SHARES, SplitConfig


def describe_use(table: Table, spec: DataSpec, used: dict[str, int]) -> str:
    """Return up to three lines: the table, its inputs and targets, the rows of each subset.

    Parameters
    ----------
    table : Table
    spec : DataSpec
    used : dict
        Subset name to rows; empty before the table is made ready.
    """
    inputs = len(spec.inputs)
    lines = [tr_n("{name}, {n:,} row", "{name}, {n:,} rows", table.n_rows, name=table.name)]
    if spec.targets:
        names = ", ".join(spec.targets)
        lines.append(tr_n("{n:,} input, target {names}", "{n:,} inputs, target {names}", inputs, names=names))
    else:
        lines.append(tr_n("{n:,} input, no target", "{n:,} inputs, no target", inputs))
    if used:
        lines.append(" / ".join(f"{number_format.format_integer(n)} {tr(name)}" for name, n in used.items()))
    return "\n".join(lines)


def describe_choices(task: str, spec: DataSpec) -> str:
    """Return the task, the split and the scaling in a line.

    Parameters
    ----------
    task : str
        In the reader's language.
    spec : DataSpec
    """
    split = spec.split
    words = [task, lower_first(_label_of(SplitConfig, "method", split.method))]
    if split.method in WITH_COLUMN and split.column:
        words[1] += f" ({split.column})"
    if split.method == "periods":
        words[1] += f", {lower_first(_label_of(SplitConfig, 'period', split.period))}"
    if split.method not in WITHOUT_SHARES:
        words[1] += " " + "\N{NO-BREAK SPACE}/\N{NO-BREAK SPACE}".join(
            format_localized(100 * s, ".3g") for s in (split.train, split.validation, split.test)
        )
    scaling = lower_first(_label_of(DataSpec, "scaling", spec.scaling))
    words.append(tr("{scaling} scaling", scaling=scaling) if spec.scaling != "none" else tr("no scaling"))
    if spec.pieces:
        words.append(tr_n("numbers in {n:,} piece", "numbers in {n:,} pieces", spec.pieces))
    return " · ".join(words)


def _label_of(config_class: type[Config], name: str, value: str) -> str:
    """Return what a declared choice is called in the reader's language, without its explanation."""
    p = param_of(config_class, name)
    return tr(dict(p.choices)[value]).partition(":")[0]
