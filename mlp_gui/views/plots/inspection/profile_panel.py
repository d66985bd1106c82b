"""One input in the prediction profiler: its name, its value, its curve; and the grid of all of them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mlp_gui.core.translation import tr
from mlp_gui.core.visible_text import visible
from mlp_gui.session.evaluation.profile_inputs import WORDS, ProfileInput
from mlp_gui.views.charts.header_combo import HeaderCombo
from mlp_gui.views.plots.inspection.point_field import PointField
from mlp_gui.views.plots.inspection.profile_curve import ProfileCurve, ProfilePicture
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import TextLabel, set_tip
from mlp_gui.views.widgets.elided_label import ElidedLabel

WIDTH = 210  # of a panel, at least, where there is room for two


class ProfilePanel(QWidget):
    """The panel of one input.

    Attributes
    ----------
    one : ProfileInput
    curve : ProfileCurve
    field : PointField or None
        Of everything but categories.
    words : HeaderCombo or None
        Of categories.

    Signals
    -------
    place_chosen(ProfileInput, float)
        The person moved the point along this input to a coordinate.
    """

    place_chosen = Signal(object, float)

    def __init__(self, one: ProfileInput, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.one = one
        self.name: TextLabel = ElidedLabel(one.label)
        style.set_role(self.name, "caption")
        self.curve = ProfileCurve(one)
        self.curve.setAccessibleName(tr("Profile of {name}", name=visible(one.label)))
        self.field: PointField | None = None
        self.words: HeaderCombo | None = None
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.name, 1)
        if one.kind == WORDS:
            self.words = HeaderCombo(tr("The category of {name}", name=one.name), one.words)
            # The arrow of the menu needs the additional room.
            self.words.setStyleSheet(f"font-size: {style.px(style.CAPTION)}px; padding: 1px 16px 1px 5px;")
            self.words.changed.connect(self._on_word)
            head.addWidget(self.words)
        else:
            self.field = PointField(one)
            self.field.place_chosen.connect(self._on_place)
            head.addWidget(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.curve, 1)
        self.curve.place_chosen.connect(self._on_place)

    def show_picture(self, picture: ProfilePicture | None, place: float) -> None:
        """Show a curve, and the coordinate of the point."""
        text = self.one.text(place)
        outside = self.one.is_outside(place)
        self.curve.show_picture(picture, place)
        said = tr("{value}, outside the training range", value=text) if outside else text
        self.curve.setAccessibleDescription(said)
        if self.field is not None:
            self.field.show_place(place)
            style.set_mark(self.field, "outside", outside)
        if self.words is not None:
            self.words.set_texts(self.one.words, text)
        set_tip(self.curve, f"{visible(self.one.label)}: {visible(said)}")

    @Slot(float)
    def _on_place(self, place: float) -> None:
        self.place_chosen.emit(self.one, place)

    @Slot(object)
    def _on_word(self, at: int) -> None:
        self.place_chosen.emit(self.one, float(at))


class ProfileGrid(QWidget):
    """The panels of all inputs, as many beside each other as there is room for."""

    def __init__(self, panels: list[ProfilePanel], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "panel")
        self._order = panels
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 4, 12, 8)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(8)
        self._arrange()

    def order(self, panels: list[ProfilePanel]) -> None:
        """Arrange the panels in another order."""
        self._order, self._columns = panels, 0
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if style.restyled(event):
            self._columns = 0
            self._arrange()

    def _arrange(self) -> None:
        columns = max(1, min(len(self._order), (self.width() - 10) // style.px(WIDTH)))
        if columns == self._columns:
            return
        self._columns = columns
        for panel in self._order:  # or room that a curve does not take would part it from its name
            panel.setMaximumHeight(panel.curve.maximumHeight() + style.px(30))
        for panel in self._order:
            self._grid.removeWidget(panel)
        before: QWidget | None = None
        for k, panel in enumerate(self._order):
            self._grid.addWidget(panel, k // columns, k % columns)
            for part in (panel.field or panel.words, panel.curve):
                if before is not None and part is not None:
                    QWidget.setTabOrder(before, part)
                before = part
        for k in range(self._grid.columnCount()):
            self._grid.setColumnStretch(k, int(k < columns))
        rows = -(-len(self._order) // columns)
        for k in range(self._grid.rowCount() + 1):
            self._grid.setRowStretch(k, 100 if k < rows else int(k == rows))
