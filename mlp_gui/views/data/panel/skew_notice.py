"""Skewed columns, with the transformation that would make each nearly symmetric as a button."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot

from mlp_gui.core.number_format import format_number
from mlp_gui.core.transformation import SHORT_LABELS
from mlp_gui.core.translation import format_localized, join_names, tr, tr_n
from mlp_gui.data.preprocessing.skewness import SKEWED, SkewedColumn
from mlp_gui.views.data.panel.skew_pictures import SkewPictures
from mlp_gui.views.widgets.notice import Notice

NAMED = 3  # columns that the headline names before it only counts the rest


class SkewNotice(Notice):
    """Proposes transformations of skewed columns, with small histograms of the first few, before and after.

    Attributes
    ----------
    pictures : SkewPictures

    Signals
    -------
    chosen(dict)
        Name of a column to its transformation, for all that are shown.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__("info")
        self._columns: tuple[SkewedColumn, ...] = ()
        self.pictures = SkewPictures()
        self.add_below(self.pictures)
        self.action_chosen.connect(self._on_action)

    def show_columns(self, columns: tuple[SkewedColumn, ...]) -> None:
        """Show the columns; the notice hides when there is none."""
        self._columns = columns
        self.pictures.show_columns(columns)
        if not columns:
            self.show_sentences("")
            return
        said = tr_n(
            "{names} is strongly skewed: a few extreme values decide what is learned.",
            "{names} are strongly skewed: a few extreme values decide what is learned.",
            len(columns),
            names=join_names([column.name for column in columns], NAMED),
        )
        self.show_sentences(said, tuple(map(_detail, columns)))
        one = tr("Learn {function}", function=tr(SHORT_LABELS[columns[0].transform]))
        many = tr("Transform {n:,} columns", n=len(columns))
        self.show_actions((one if len(columns) == 1 else many,))

    @Slot(object)
    def _on_action(self, position: int) -> None:
        self.chosen.emit({column.name: column.transform for column in self._columns})


def _detail(column: SkewedColumn) -> str:
    if abs(column.before) < SKEWED:
        return tr(
            "{name}: large values are {spread} times as large as small ones; skewness {before}, after {function} "
            "{after}.",
            name=column.name,
            spread=format_number(float(f"{column.spread:.2g}")),
            before=format_localized(column.before, ".1f"),
            function=tr(SHORT_LABELS[column.transform]),
            after=format_localized(column.after, ".1f"),
        )
    return tr(
        "{name}: skewness {before}, after {function} {after}.",
        name=column.name,
        before=format_localized(column.before, ".1f"),
        function=tr(SHORT_LABELS[column.transform]),
        after=format_localized(column.after, ".1f"),
    )
