"""Tables and specs from which nothing can be learned, refused with a reason."""

from __future__ import annotations

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import join_names, tr, tr_n
from mlp_gui.data.columns.table import Table
from mlp_gui.data.preprocessing.ledger import describe_counts
from mlp_gui.data.preprocessing.spec import DataSpec
from mlp_gui.data.splits.split import Rows
from mlp_gui.data.splits.split_config import BY_TIME, WITH_COLUMN


def check_roles(table: Table, spec: DataSpec) -> None:
    """Check that the table has the columns of a spec, and that there is something to learn from what.

    Parameters
    ----------
    table : Table
    spec : DataSpec

    Raises
    ------
    UserError
        If a column is absent, no input or target is chosen, or a target divides the rows.
    """
    for name in (*spec.inputs, *spec.targets):
        table.field(name)
    if not spec.targets:
        raise UserError(
            tr("No target is chosen."),
            tr("The target is the column to predict."),
            tr("Give one column the role target."),
        )
    if not spec.inputs:
        raise _no_input(table, spec)
    _refuse_looking_ahead(spec)
    if spec.weight:
        table.field(spec.weight)
    if spec.split.method in WITH_COLUMN:
        _check_divider(table, spec)


def _refuse_looking_ahead(spec: DataSpec) -> None:
    ahead = [name for name in spec.inputs if name in spec.looking_ahead]
    if ahead:
        raise UserError(
            tr("The column {name} looks ahead and cannot be an input.", name=ahead[0]),
            tr("lead takes values of later rows, which nobody knows when a prediction is made."),
            tr("Make it the target, or ignore it."),
        )


def _check_divider(table: Table, spec: DataSpec) -> None:
    name, method = spec.split.column, spec.split.method
    if not name:
        raise UserError(
            tr("Which column divides the rows?"),
            hint=tr("Choose the column beside the split, or another way to split."),
        )
    profile = table.field(name)
    if name in spec.targets:
        raise UserError(tr("The column {name} cannot be the target and divide the rows as well.", name=name))
    if method == "grouped" and profile.distinct < 2:
        raise UserError(
            tr("The column {name} holds a single group, which cannot be divided.", name=name),
            hint=tr("Choose another column or another way to split."),
        )
    if method in BY_TIME and not profile.is_number and profile.kind != "datetime":
        raise UserError(
            tr("The column {name} gives no order of time.", name=name),
            tr("It must hold dates or numbers."),
            tr("Choose another column or another way to split."),
        )


def refuse_one_row(table: Table) -> None:
    """Check that a table has more than one row."""
    if table.n_rows == 1:
        raise UserError(
            tr("{table} has one row: nothing can be learned from it.", table=table.name),
            tr(
                "A network learns from how its inputs and target vary from row to row, and needs rows to validate with."
            ),
            tr("Open a table with more rows; if the file has more, check how it is read."),
        )


def _no_input(table: Table, spec: DataSpec) -> UserError:
    if table.n_columns == 1:
        return UserError(
            tr("There is no column left as input."),
            tr("{table} has one column; a network needs a target and at least one input.", table=table.name),
            tr("If it holds more columns, check its separator."),
        )
    ignored = [n for n in table.column_names if n not in (*spec.targets, spec.weight)]
    reasons = {n: spec.column(n).reason for n in ignored if spec.column(n).reason}
    why = [tr("{name}: {sentence}", name=name, sentence=reason) for name, reason in list(reasons.items())[:1]]
    return UserError(
        tr("No input is chosen: every column but the target is ignored."),
        " ".join([tr("Ignored: {names}.", names=join_names(ignored, 8)), *why]),
        tr("Give at least one of them the role input: tick it in the list of columns."),
    )


def refuse_no_rows(rows: Rows, dropped: tuple[tuple[str, int], ...], table: Table, spec: DataSpec) -> None:
    """Check that some rows can be used.

    Parameters
    ----------
    rows : ndarray of shape (n_used,)
    dropped : tuple of (str, int)
        Reason and number of the rows that cannot.
    table : Table
    spec : DataSpec

    Raises
    ------
    UserError
        If there are none; the message gives the commonest reasons.
    """
    if len(rows):
        return
    worst = sorted(dropped, key=lambda d: -d[1])[:3]
    bare = any(table.field(t).missing == table.n_rows for t in spec.targets)
    raise UserError(
        tr("No row can be used."),
        tr("Of {rows:,} rows, {reasons}.", rows=table.n_rows, reasons=describe_counts(worst)),
        tr("Choose another target." if bare else "Ignore columns with many empty cells, or choose how to fill them."),
    )


def refuse_no_training(training: Rows, rows: Rows) -> None:
    """Check that the split gives some rows to training.

    Parameters
    ----------
    training : ndarray of shape (n_training,)
    rows : ndarray of shape (n_used,)
        All used rows.

    Raises
    ------
    UserError
        If there are none.
    """
    if not len(training):
        raise UserError(
            tr("There are no training rows."),
            tr_n(
                "{n:,} row can be used, and the split gives it to validation or test.",
                "{n:,} rows can be used, and the split gives all of them to validation and test.",
                len(rows),
            ),
            tr("Raise the training share or use more rows."),
        )
