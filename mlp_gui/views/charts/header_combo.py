"""Small choices in the header of a plot: they read as a word, and most open a menu."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from mlp_gui.core.number_format import format_level
from mlp_gui.core.translation import tr
from mlp_gui.session.evaluation.time_zoom import TimeZoom
from mlp_gui.views.theme.plain_text import menu_text, set_tip

LONGEST = 18  # letters of a name that are shown
LEVELS = (0.0, 0.5, 0.8, 0.9, 0.95, 0.99)


class HeaderCombo(QToolButton):
    """A button that reads as the chosen text and opens a menu of all texts; nothing is chosen while there are none.

    Signals
    -------
    changed(int)
        The person, or `choose`, chose another text; its position.
    """

    changed = Signal(object)

    def __init__(
        self, tip: str, texts: Sequence[str] = (), said: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        set_tip(self, tip)
        self.setAccessibleName(tip)
        self.setProperty("role", "choice")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._texts: tuple[str, ...] = ()
        self._said: tuple[str, ...] = ()
        self._at = -1
        menu = QMenu(self)
        # Filled when it opens, so that replacing the texts makes no actions that nobody sees.
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)
        self.set_texts(texts, said=said)

    def texts(self) -> tuple[str, ...]:
        return self._texts

    def index(self) -> int:
        return self._at

    def chosen(self) -> str:
        return self._texts[self._at] if self._at >= 0 else ""

    def chosen_label(self) -> str:
        """Return the chosen text as it is read, which may be its translation."""
        return self._said[self._at] if self._at >= 0 else ""

    def set_texts(self, texts: Sequence[str], wanted: str = "", said: Sequence[str] = ()) -> None:
        """Replace the texts without emitting anything.

        Parameters
        ----------
        texts : sequence of str
        wanted : str
            Chosen if it is among them, else the first is.
        said : sequence of str
            How the first of them are read; the others are read as they are.
        """
        self._texts = tuple(texts)
        self._said = (*said, *self._texts[len(said) :])
        self._at = self._texts.index(wanted) if wanted in self._texts else (0 if texts else -1)
        self._show()

    def choose(self, index: int) -> None:
        if index != self._at and 0 <= index < len(self._texts):
            self._at = index
            self._show()
            self.changed.emit(index)

    def _show(self) -> None:
        text = self.chosen_label()
        self.setText(menu_text(text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"))

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        group = QActionGroup(menu)
        for k, text in enumerate(self._said):
            # A single & would become the underlined shortcut of the next letter.
            action = menu.addAction(menu_text(text), partial(self.choose, k))
            action.setCheckable(True)
            action.setChecked(k == self._at)
            group.addAction(action)


class IntervalChoice(HeaderCombo):
    """Chooses the level of the intervals around predictions.

    Signals
    -------
    level_chosen(float)
        The person chose another one; 0: no intervals.
    """

    level_chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("The level of the intervals around predictions"), parent=parent)
        self._levels: tuple[float, ...] = LEVELS
        self.show_level(0.0)
        self.changed.connect(self._on_changed)

    def show_level(self, level: float) -> None:
        """Show the level of the run; one that is not in the list joins it."""
        self._levels = tuple(sorted({*LEVELS, level}))
        texts = [tr("{level} interval", level=format_level(one)) if one else tr("No interval") for one in self._levels]
        self.set_texts(texts, texts[self._levels.index(level)])

    def _on_changed(self, index: object) -> None:
        self.level_chosen.emit(self._levels[self.index()])


class ShowAllButton(QToolButton):
    """Leads out of the stretch of time that a plot's rows are from; hidden where these are all rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(tr("Show all rows"))
        set_tip(self, tr("Only the rows of the period shown in the time plots are shown here"))
        self.setProperty("role", "choice")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._zoom: TimeZoom | None = None
        self.hide()

    def follow(self, zoom: TimeZoom) -> None:
        """Show when others look at a stretch of time, and let them look at everything when pressed."""
        self._zoom = zoom
        zoom.changed.connect(self._on_zoomed)
        self.clicked.connect(zoom.show_all)
        self._on_zoomed()

    @Slot()
    def _on_zoomed(self) -> None:
        self.setVisible(self._zoom is not None and self._zoom.shown is not None)
