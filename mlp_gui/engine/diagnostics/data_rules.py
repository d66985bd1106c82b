"""What the training doctor sees in the rows: constant inputs, rows lost to gaps, too few rows to choose an epoch by."""

from __future__ import annotations

from mlp_gui.core.translation import join_names, tr, tr_n
from mlp_gui.engine.diagnostics.evidence import Diagnosis, Evidence

NAMED = 3
MUCH_LOST, FEWEST_LOST = 0.1, 10  # share and number of rows
FEW_VALIDATION = 15
ENOUGH_VALIDATION = 20
MOST_VALIDATION = 0.3  # of the rows
CHOOSING_EPOCHS = 30  # from so many epochs the validation rows choose one


def constant_inputs(e: Evidence) -> Diagnosis | None:
    """Diagnose inputs that have the same value in every training row."""
    names = e.facts.constant_inputs
    if not names:
        return None
    return Diagnosis(
        "constant_inputs",
        tr("An input is constant" if len(names) == 1 else "Inputs are constant"),
        tr_n(
            "{names} has the same value in every training row and can teach nothing. Leave it out.",
            "{names} have the same value in every training row and can teach nothing. Leave them out.",
            len(names),
            names=join_names(names, NAMED),
        ),
    )


def lost_to_gaps(e: Evidence) -> Diagnosis | None:
    """Diagnose many rows that are left out for the empty cells of inputs."""
    lost, names = e.lost_to_gaps, e.columns_with_gaps
    rows = lost + e.facts.rows + e.facts.validation_rows + e.facts.test_rows
    if lost < max(FEWEST_LOST, MUCH_LOST * rows):
        return None
    return Diagnosis(
        "lost_to_gaps",
        tr("Rows are lost to gaps"),
        tr(
            "{n:,} of {rows:,} rows are left out for empty cells in {names}. Filled with the median, and flagged, they "
            "can teach.",
            n=lost,
            rows=rows,
            names=join_names(names, NAMED),
        ),
        tr("Fill the gaps and keep the rows (begins a new run)"),
        data_change="fill_gaps",
    )


def few_validation_rows(e: Evidence) -> Diagnosis | None:
    """Diagnose a best epoch that was chosen by a handful of rows."""
    n, stopping = e.facts.validation_rows, e.config.training.stopping
    chooses = stopping.restore_best and (e.stopped or len(e.train) >= CHOOSING_EPOCHS)
    if not (0 < n < FEW_VALIDATION and chooses):
        return None
    share = validation_share(e.facts.rows, n, e.facts.test_rows)
    offer = tr("Validate with {share:.0%} of the rows (begins a new run)", share=share) if share else ""
    return Diagnosis(
        "few_validation_rows",
        tr("Few rows choose the best epoch"),
        tr_n(
            "{n:,} validation row chooses the epoch whose weights are kept. With so few, chance has a say in it.",
            "{n:,} validation rows choose the epoch whose weights are kept. With so few, chance has a say in it.",
            n,
        ),
        offer if e.divided_by_shares else "",
        data_change="larger_validation" if offer and e.divided_by_shares else "",
    )


def validation_share(training: int, validation: int, test: int) -> float:
    """Return the share of rows that validation should have; 0 when it has about as many as it can.

    Parameters
    ----------
    training, validation, test : int
        Rows.
    """
    rows = training + validation + test
    share = round(min(MOST_VALIDATION, ENOUGH_VALIDATION / rows), 2)
    return share if share * rows >= validation + 2 and test + share * rows < rows / 2 else 0.0


DATA_RULES = (constant_inputs, lost_to_gaps, few_validation_rows)
