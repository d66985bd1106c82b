"""A control for every setting of a dialect, and the guess where a person chose otherwise."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mlp_gui.core.errors import UserError
from mlp_gui.core.params import Param, params_of
from mlp_gui.core.translation import mark, tr, tr_n
from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.views.forms.editors import ListField, editor_for
from mlp_gui.views.forms.row import FormRow
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import TextLabel, set_tip
from mlp_gui.views.widgets.buttons import link_button
from mlp_gui.views.widgets.combo_box import ComboBox

SECTIONS = (
    (mark("Part of the file"), ("sheet", "cells", "query")),
    (mark("Cells"), ("separator", "quote", "escape", "trim")),
    (mark("Numbers"), ("decimal", "thousands")),
    (mark("Lines"), ("header", "header_lines", "skip", "comment", "first_columns", "long_rows")),
    (mark("Text encoding"), ("encoding",)),
    (mark("Missing values"), ("missing", "numeric_missing")),
)


class DialectForm(QWidget):
    """All settings of a dialect in sections. Settings that no section names come last, so that none is forgotten.

    Attributes
    ----------
    rows : dict of str to GuessedRow
        By the name of the setting.

    Signals
    -------
    edited(Dialect)
        The person has changed a setting; it is valid. Not emitted by `show_dialect`.
    """

    edited = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._dialect: Dialect | None = None
        self._guess: Dialect | None = None
        self.rows: dict[str, GuessedRow] = {}
        self._headings: list[tuple[TextLabel, tuple[str, ...]]] = []
        declared = {p.name: p for p in params_of(Dialect)}
        named = {name for _, names in SECTIONS for name in names}
        sections = [*SECTIONS, (mark("More"), tuple(name for name in declared if name not in named))]
        column = QVBoxLayout(self)
        column.setContentsMargins(style.SPACE[2], style.SPACE[2], style.SPACE[2], style.SPACE[2])
        column.setSpacing(style.SPACE[0] + 2)
        for title, names in sections:
            present = [declared[name] for name in names if name in declared]
            if present:
                self._add_section(column, title, present)
        column.addStretch(1)

    def show_dialect(self, dialect: Dialect, guess: Dialect) -> None:
        """Show the dialect in use, and what it was guessed to be; nothing is emitted."""
        self._dialect, self._guess = dialect, guess
        for name, row in self.rows.items():
            row.show_both(getattr(dialect, name), getattr(guess, name))

    def show_settings(self, names: Collection[str], parts: Sequence[str]) -> None:
        """Show the settings that count for a kind of file, and the sheets or tables to choose from.

        Parameters
        ----------
        names : collection of str
        parts : sequence of str
        """
        for name, row in self.rows.items():
            row.setVisible(name in names and (name != "sheet" or bool(parts)))
        for heading, own in self._headings:
            heading.setVisible(any(not self.rows[name].isHidden() for name in own))
        sheets = self.rows["sheet"].editor
        if sheets.count() != len(parts) or any(sheets.itemData(i) != part for i, part in enumerate(parts)):
            sheets.set_entries((part, part, "") for part in parts)

    def _add_section(self, column: QVBoxLayout, title: str, params: list[Param]) -> None:
        if self.rows:
            column.addSpacing(style.SPACE[1])
        heading = TextLabel(tr(title))
        style.set_role(heading, "heading")
        column.addWidget(heading)
        self._headings.append((heading, tuple(p.name for p in params)))
        for p in params:
            row = GuessedRow(p)
            row.edited.connect(partial(self._on_edited, p.name))
            self.rows[p.name] = row
            column.addWidget(row)

    def _on_edited(self, name: str, value: Any) -> None:
        if self._dialect is None or self._guess is None:
            return
        try:
            new = self._dialect.replace(**{name: value})
        except UserError as error:
            self.rows[name].show_problem(str(error))
            return
        self.show_dialect(new, self._guess)
        self.edited.emit(new)


class GuessedRow(FormRow):
    """A row that says what was guessed when something else is chosen.

    Attributes
    ----------
    back : QToolButton
        Takes the guess again; hidden while it is in use.
    """

    def __init__(self, p: Param) -> None:
        self._guess: Any = None
        self.back = link_button("", "undo")
        self.back.hide()
        super().__init__(p, _editor_for(p), live=True)
        if p.kind == "list":
            self.grid.addWidget(self.label, 0, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.grid.addWidget(self.back, 2, 0, 1, 2, Qt.AlignmentFlag.AlignRight)
        self.back.clicked.connect(self._on_back)

    def show_both(self, value: Any, guess: Any) -> None:
        """Show the value in use, and what it was guessed to be."""
        self._guess = guess
        self.show_value(value)
        self.back.setText(tr("Guess: {guess}", guess=self.words_of(guess)))
        set_tip(self.back, tr("Take the guess again"))
        self.back.setVisible(value != guess)

    def words_of(self, value: Any) -> str:
        """Return a value of this parameter in words."""
        if self.param.choices:
            return tr(dict(self.param.choices).get(value, str(value)))
        if isinstance(value, bool):
            return tr("yes" if value else "no")
        if isinstance(value, tuple):
            return tr_n("{n} marker", "{n} markers", len(value))
        return str(value) if value != "" else tr("none")

    def _on_back(self) -> None:
        self.edited.emit(self._guess)


def _editor_for(p: Param) -> QWidget:
    if p.name == "sheet":
        return ComboBox()  # what there is to choose is in the file
    return MarkersField(p) if p.kind == "list" else editor_for(p)


class MarkersField(ListField):
    """Missing markers; the empty cell is always one of them and is not written out."""

    def written(self, value: Any) -> str:
        return ", ".join(word for word in value if word)

    def read(self, text: str) -> Any:
        words = tuple(dict.fromkeys(word.strip() for word in text.split(",") if word.strip()))
        return ("", *words) if "" in self._param.default else words

    def show_value(self, value: Any) -> None:
        super().show_value(value)
        if not self.hasFocus():
            self.setCursorPosition(0)
