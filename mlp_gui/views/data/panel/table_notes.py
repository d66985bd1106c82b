"""What is said about a table: how it was read, which rows are used, what gives the target away, and what is wrong."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr_n
from mlp_gui.data.columns.table import Table
from mlp_gui.data.leakage.leak import Leak
from mlp_gui.data.preprocessing.prepare import Prepared
from mlp_gui.data.preprocessing.spec import DataSpec
from mlp_gui.views.data.panel.lag_notice import LagNotice
from mlp_gui.views.data.panel.leak_notices import LeakNotices
from mlp_gui.views.data.panel.left_out_list import LeftOutList
from mlp_gui.views.data.panel.remark_notices import RemarkNotices, plain_warnings
from mlp_gui.views.data.panel.skew_notice import SkewNotice
from mlp_gui.views.data.panel.split_proposal import SplitProposalNotice
from mlp_gui.views.data.panel.split_view import SplitView
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import TextLabel, set_tip
from mlp_gui.views.widgets.notice import Notice


class TableNotes(QWidget):
    """The notes on a table, one below the other.

    Attributes
    ----------
    reading, notices : Notice
        What was noted when the file was read, and about its rows.
    remarks : RemarkNotices
        How columns were read, with ways out.
    ledger : TextLabel
        How many rows are used, and why not the others.
    problem, leak : Notice
        Why there is no dataset; a warning when scaling is fitted on held-out rows.
    leaks : LeakNotices
        What makes held-out rows look easier than new ones, with cures.
    split : SplitView
        The rows along time, groups or the file, coloured by subset.
    left_out : LeftOutList
        Rows that the person has left out, with ways back.
    tutorial : Notice
        The line that the tutorial has commented out, one click away; filled by a controller.
    proposal : SplitProposalNotice
        Why the split is no random one; what is chosen there is a cure of `leaks`.
    lags : LagNotice
        Values of earlier rows that may be good inputs.
    skewed : SkewNotice
        Columns that a transformation would make nearly symmetric.
    """

    def __init__(self) -> None:
        super().__init__()
        self._leaks: tuple[Leak, ...] = ()
        self._dismissed: tuple[str, ...] = ()
        self.ledger = TextLabel()
        self.ledger.setWordWrap(True)
        style.set_role(self.ledger, "caption")
        self.reading, self.problem = Notice("warning"), Notice("bad")
        self.remarks, self.leaks, self.skewed = RemarkNotices(), LeakNotices(), SkewNotice()
        self.split, self.tutorial = SplitView(), Notice("info")
        self.lags = LagNotice()
        self.left_out, self.proposal = LeftOutList(), SplitProposalNotice()
        self.proposal.chosen.connect(self.leaks.chosen)
        self.leak, self.notices = Notice("leak"), Notice("warning")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE[1])
        for widget in (
            self.reading,
            self.remarks,
            self.ledger,
            self.split,
            self.left_out,
            self.problem,
            self.leak,
            self.leaks,
            self.tutorial,
            self.proposal,
            self.lags,
            self.skewed,
            self.notices,
        ):
            column.addWidget(widget)

    def show_reading(self, table: Table | None) -> None:
        """Show what was noted when a table was read."""
        warnings = plain_warnings(table) if table is not None else ()
        many = tr_n("{n:,} note on reading this file", "{n:,} notes on reading this file", len(warnings))
        self.reading.show_folded(warnings, many)

    def show_spec(self, spec: DataSpec) -> None:
        """Show what a person has left out, and no note that was dismissed."""
        self.left_out.show_entries([entry.describe() for entry in spec.left_out])
        self._dismissed = spec.dismissed
        self.leaks.show_leaks(self._leaks, self._dismissed)

    def show_prepared(self, prepared: Prepared | None, problem: UserError | None) -> None:
        """Show what there is to say of the dataset, or the reason why there is none."""
        self.ledger.setText(prepared.ledger.summary if prepared is not None else "")
        set_tip(self.ledger, "\n".join(prepared.ledger.sentences()) if prepared is not None else "")
        self.ledger.setVisible(prepared is not None)
        lines = (problem.detail, problem.hint) if problem is not None else ("", "")
        self.problem.show_sentences(problem.title if problem is not None else "", tuple(s for s in lines if s))
        if problem is not None and any(lines):
            self.problem.toggle.setChecked(True)
        found = prepared.leaks if prepared is not None else ()
        curable = {leak.sentence for leak in found if leak.cures}
        if prepared is not None:
            curable.add(prepared.spec.split.reason)
        self.proposal.show_split(prepared)
        self.split.show_overview(prepared.overview if prepared is not None else None)
        notices = [n for n in prepared.notices if n not in curable] if prepared is not None else []
        fitted_on_held_out = prepared is not None and prepared.spec.fit_on != "training"
        self.leak.show_sentences(notices.pop(0) if fitted_on_held_out and notices else "")
        self._leaks = found
        self.leaks.show_leaks(found, self._dismissed)
        self.lags.show_proposal(prepared.lags if prepared is not None else None)
        self.skewed.show_columns(prepared.skewed if prepared is not None else ())
        many = tr_n("{n:,} note on the rows", "{n:,} notes on the rows", len(notices))
        self.notices.show_folded(tuple(notices), many)
