"""A table that ends with a whole row: what is left over below it stays empty."""

from __future__ import annotations

from PySide6.QtWidgets import QTableView


class WholeRowsTable(QTableView):
    """Table of rows of equal height that shows no part of a row at its bottom while it scrolls row by row."""

    def updateGeometries(self) -> None:
        """Lay out headers and scroll bars, as Qt does, and keep the cells off what is left over below whole rows."""
        super().updateGeometries()
        model, margins = self.model(), self.viewportMargins()
        height = self.verticalHeader().defaultSectionSize()
        rows = model.rowCount() if model is not None else 0
        room = self.viewport().height() + margins.bottom()
        left_over = room % height if 0 < height <= room < rows * height else 0
        if left_over != margins.bottom():
            self.setViewportMargins(margins.left(), margins.top(), margins.right(), left_over)
            header, cells = self.verticalHeader(), self.viewport().geometry()
            header.setGeometry(header.x(), cells.y(), header.width(), cells.height())
