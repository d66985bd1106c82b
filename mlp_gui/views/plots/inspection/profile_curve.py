"""One small curve of the prediction profiler: the answer along one input, with an upright line at the point.

It is a slider in the look of a curve, so that keys, focus and screen readers know what it is.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from mlp_gui.core.dataset import Floats
from mlp_gui.core.number_format import format_compact
from mlp_gui.session.evaluation.profile_inputs import WORDS, ProfileInput
from mlp_gui.session.evaluation.profiler import Profile
from mlp_gui.views.charts import overlay
from mlp_gui.views.charts.colours import resolve_colour
from mlp_gui.views.charts.markers import line_width
from mlp_gui.views.theme import style
from mlp_gui.views.theme.style import caption, caption_metrics

STEPS = 200
LABELS = 44  # pixels left of the curve for the numbers of the axis


@dataclass(frozen=True, eq=False)
class ProfilePicture:
    """What a curve shows.

    Attributes
    ----------
    profile : Profile
    output : int
        Which answer is drawn thick and has the interval; with `others`, all answers are drawn.
    answer : float
        At the point.
    place : float
        Coordinate of the point.
    y_range : tuple of float
    others : bool
    colour : str
    """

    profile: Profile
    output: int
    answer: float
    place: float
    y_range: tuple[float, float]
    others: bool = False
    colour: str = "training"


class ProfileCurve(QSlider):
    """The curve of one input.

    Signals
    -------
    place_chosen(float)
        The person moved the point to a coordinate.
    """

    place_chosen = Signal(float)

    def __init__(self, one: ProfileInput, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._input = one
        self._picture: ProfilePicture | None = None
        steps = len(one.words) - 1 if one.kind == WORDS else STEPS
        self.setRange(0, steps)
        self.setPageStep(max(1, steps // 10))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(style.px(200))
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.valueChanged.connect(self._on_step)

    def sizeHint(self) -> QSize:
        return QSize(style.px(150), style.px(84))

    def minimumSizeHint(self) -> QSize:
        return QSize(style.px(110), style.px(84))

    def show_picture(self, picture: ProfilePicture | None, place: float) -> None:
        """Show a curve, None while nothing is known, and the coordinate of the point."""
        self._picture = picture
        if self._input.snapped(self._place_at(self.value())) != place:
            self.blockSignals(True)  # or its steps would round the point
            low, high = self._span()
            share = (place - low) / ((high - low) or 1.0)
            # An outlier may be too far for Qt's numbers.
            self.setValue(round(float(np.clip(share, 0, 1)) * self.maximum()))
            self.blockSignals(False)
        self.update()

    def _span(self) -> tuple[float, float]:
        return self._input.span

    def _place_at(self, step: int) -> float:
        low, high = self._span()
        return low + step / max(1, self.maximum()) * (high - low)

    @Slot()
    def _on_step(self) -> None:
        self.place_chosen.emit(self._input.snapped(self._place_at(self.value())))

    # --- the mouse -------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._move_to(event.position().x())
            event.accept()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._move_to(event.position().x())
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # it goes on to the panel, which scrolls

    def _move_to(self, x: float) -> None:
        """Go where the pointer is, exactly; the slider's steps are for keys."""
        rect = self._inside()
        share = float(np.clip((x - rect.left()) / rect.width(), 0, 1))
        if self._input.kind == WORDS:
            self.setValue(min(int(share * len(self._input.words)), self.maximum()))
            return
        low, high = self._span()
        self.place_chosen.emit(self._input.snapped(low + share * (high - low)))

    # --- painting --------------------------------------------------------------------------------------------

    def _inside(self) -> QRectF:
        return QRectF(self.rect()).adjusted(style.px(LABELS), 5, -5, -caption_metrics().height() - 3)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette, rect = QPainter(self), style.current(), self._inside()
        painter.fillRect(self.rect(), QColor(palette.panel))
        self._paint_ground(painter, rect)
        if self._picture is not None:
            painter.save()
            painter.setClipRect(rect.adjusted(-1, -1, 1, 1))
            self._paint_curves(painter, rect, self._picture)
            painter.restore()
            self._paint_numbers(painter, rect, self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        frame = palette.accent if self.hasFocus() else palette.line
        painter.setPen(QPen(QColor(frame), 2 if self.hasFocus() else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect)
        painter.end()

    def _x(self, rect: QRectF, places: Floats) -> Floats:
        low, high = self._span()
        if self._input.kind == WORDS:
            low, high = low - 0.5, high + 0.5
        return np.asarray(rect.left() + (np.asarray(places) - low) / ((high - low) or 1.0) * rect.width())

    def _paint_ground(self, painter: QPainter, rect: QRectF) -> None:
        """Darken what lies outside of the training rows."""
        if self._input.kind == WORDS:
            return
        a, b = np.clip(self._x(rect, np.array([self._input.low, self._input.high])), rect.left(), rect.right()).tolist()
        painter.fillRect(QRectF(rect.left(), rect.top(), a - rect.left(), rect.height()), QColor(style.current().grid))
        painter.fillRect(QRectF(b, rect.top(), rect.right() - b, rect.height()), QColor(style.current().grid))

    def _paint_curves(self, painter: QPainter, rect: QRectF, picture: ProfilePicture) -> None:
        low, high = picture.y_range

        def y(values: Floats) -> Floats:
            shares = (np.asarray(values, float) - low) / ((high - low) or 1.0)
            return rect.bottom() - np.clip(np.nan_to_num(shares, nan=-9.0), -9, 9) * rect.height()

        profile, at = picture.profile, picture.output
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = resolve_colour(picture.colour)
        if profile.ends is not None:
            ground = QColor(colour)
            ground.setAlphaF(0.18)
            self._paint_band(painter, rect, profile.places, [y(end[:, at]) for end in profile.ends], ground)
        if picture.others:
            for k, other in enumerate(profile.answers.T):
                if k != at:
                    self._paint_line(painter, rect, profile.places, y(other), resolve_colour(f"@{k}"), 1)
        self._paint_line(painter, rect, profile.places, y(profile.answers[:, at]), colour, 2.2)
        x, level = float(self._x(rect, np.array([picture.place]))[0]), float(y(np.array([picture.answer]))[0])
        x = float(np.clip(x, rect.left(), rect.right()))
        outside = self._input.is_outside(picture.place)
        pen = QColor(style.current().bad if outside else style.current().text)
        painter.setPen(QPen(QColor(style.current().muted), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(rect.left(), level), QPointF(rect.right(), level))
        painter.setPen(QPen(pen, 1.4))
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))
        painter.setClipping(False)  # at a probability of 1 half of it lies beyond
        overlay.dot(painter, QPointF(x, float(np.clip(level, rect.top(), rect.bottom()))), pen.name())

    def _steps(self, rect: QRectF, places: Floats, y: Floats) -> tuple[Floats, Floats]:
        """Return the corners of a curve: of categories, each is a step."""
        if self._input.kind != WORDS:
            return self._x(rect, places), y
        x = self._x(rect, np.column_stack([places - 0.5, places + 0.5]).ravel())
        return x, np.repeat(y, 2)

    def _paint_line(
        self, painter: QPainter, rect: QRectF, places: Floats, y: Floats, colour: QColor, width: float
    ) -> None:
        painter.setPen(QPen(colour, line_width(width)))
        x, y = self._steps(rect, places, y)
        painter.drawPolyline(QPolygonF([QPointF(a, b) for a, b in zip(x.tolist(), y.tolist(), strict=True)]))

    def _paint_band(self, painter: QPainter, rect: QRectF, places: Floats, ends: list[Floats], ground: QColor) -> None:
        (x, low), (_, high) = (self._steps(rect, places, end) for end in ends)
        pairs = [*zip(x.tolist(), low.tolist(), strict=True), *zip(x[::-1].tolist(), high[::-1].tolist(), strict=True)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawPolygon(QPolygonF([QPointF(a, b) for a, b in pairs]))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_numbers(self, painter: QPainter, rect: QRectF, picture: ProfilePicture) -> None:
        painter.setFont(caption())
        painter.setPen(QColor(style.current().muted))
        height = caption_metrics().height()
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for value, top in zip(picture.y_range, (rect.bottom() - height + 3, rect.top() - 3), strict=True):
            painter.drawText(QRectF(0, top, rect.left() - 5, height), right, format_compact(value))
        low, high = (self._input.text(place) for place in (self._input.low, self._input.high))
        a, b = (float(v) for v in self._x(rect, np.array([self._input.low, self._input.high])))
        if self._input.kind == WORDS:
            a, b = rect.left(), rect.right()
        metrics, below = caption_metrics(), rect.bottom() + 2
        room = max(10, int((b - a) / 2) + style.px(12))
        for text, x, flag in ((low, a, Qt.AlignmentFlag.AlignLeft), (high, b, Qt.AlignmentFlag.AlignRight)):
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            width = metrics.horizontalAdvance(shown) + 2
            left = x if flag is Qt.AlignmentFlag.AlignLeft else x - width
            painter.drawText(QRectF(min(left, rect.right() - width), below, width, height), flag, shown)
