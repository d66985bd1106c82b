"""The command palette: menu entries, and what else the program knows by name, found by a few letters of it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QAction, QColor, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QMenuBar,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from mlp_gui.core.translation import tr
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import TextLabel, set_tip

WIDTH, ROWS = 520, 11
SHORTEST, GAPS = 3, 2  # letters that are looked for in sentences; others between the letters of a name, for each
COMMAND = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class PaletteCommand:
    """One entry of the palette.

    Attributes
    ----------
    place : str
        The menu that holds it, or what kind of thing it is.
    name : str
    action : QAction
    text : str
        More words by which it is found, after everything that is named so.
    is_command : bool
        Whether it is listed before anything is typed.
    """

    place: str
    name: str
    action: QAction
    text: str = ""
    is_command: bool = True

    @property
    def key(self) -> str:
        return self.action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)

    @property
    def reason(self) -> str:
        """Why it is not possible now; "" when it is."""
        if self.action.isEnabled():
            return ""
        return self.action.toolTip()


def commands_of(bar: QMenuBar) -> list[PaletteCommand]:
    """Return all entries of all menus, submenus included; a menu that fills itself when shown is asked to."""
    found: list[PaletteCommand] = []
    for action in bar.actions():
        _collect(action, "", found)
    return found


def _collect(action: QAction, place: str, found: list[PaletteCommand]) -> None:
    name = _plain(action)
    menu = action.menu()
    if isinstance(menu, QMenu):
        menu.aboutToShow.emit()
        for inner in menu.actions():
            _collect(inner, f"{place} › {name}" if place else name, found)
    # Qt answers with the text where no tooltip is set: such a disabled entry has no reason to give.
    elif name and not action.isSeparator() and (action.isEnabled() or action.toolTip() != action.text()):
        found.append(PaletteCommand(place, name, action))


def _plain(action: QAction) -> str:
    # "&&" is a written &, a single one underlines the next letter.
    return action.text().replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix("…")


def score(query: str, command: PaletteCommand) -> int | None:
    """Rate how well the letters fit, higher is better; None when it is not what they look for.

    The name itself comes first, then words that begin with the letters, letters that stand together, all words in any
    order, what is said about the entry, and at last letters that stand nearly together.
    """
    text, query = f"{command.name} {command.place}".lower(), query.lower().strip()
    if not query:
        return 0 if command.is_command else None
    if query in text:
        at = text.index(query)
        begins = at == 0 or not text[at - 1].isalnum()
        return 1000 + 200 * begins + 100 * (query == command.name.lower()) - at - (500 if at > len(command.name) else 0)
    if all(word in text for word in query.split()):
        return 300
    if len(query) >= SHORTEST and query in command.text.lower():
        return 100
    return _loosely(query, command.name.lower())


def _loosely(query: str, text: str) -> int | None:
    """Rate letters that occur in this order with few others between them."""
    at, gaps = -1, 0
    for letter in query.replace(" ", ""):
        found = text.find(letter, at + 1)
        if found < 0:
            return None
        gaps += found - at - 1
        at = found
    return -gaps if gaps <= GAPS * len(query) else None


class CommandPalette(QDialog):
    """Type, choose with the arrows, press Enter. A command that is not possible stays in the list with its reason.

    Attributes
    ----------
    field : QLineEdit
    nothing : TextLabel
        Says that nothing was found.
    list : QListWidget
        The commands that match, the best match first.
    """

    def __init__(self, parent: QWidget, commands: list[PaletteCommand]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Commands"))
        self._commands = commands
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Search commands, settings, columns, help and runs"))
        self.field.setAccessibleName(tr("Search"))
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Commands"))
        self.list.setItemDelegate(_CommandDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.nothing = TextLabel(tr("Nothing matches. Try another word, or fewer letters."))
        self.nothing.setWordWrap(True)
        style.set_role(self.nothing, "muted")
        self.field.textChanged.connect(self._fill)
        self.field.returnPressed.connect(self._choose)
        self.list.itemClicked.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(style.SPACE[1],) * 4)
        column.setSpacing(style.SPACE[1])
        column.addWidget(self.field)
        column.addWidget(self.list)
        column.addWidget(self.nothing)
        width = min(style.px(WIDTH), parent.width() - 40)
        self.resize(width, min(style.px(28 * ROWS + 60), parent.height() - 80))
        self.move(parent.mapToGlobal(parent.rect().topLeft()).x() + (parent.width() - width) // 2, parent.y() + 80)
        self._fill("")

    def shown(self) -> list[PaletteCommand]:
        return [self.list.item(i).data(COMMAND) for i in range(self.list.count())]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move through the list while the field keeps the focus."""
        keys = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: ROWS - 1, Qt.Key.Key_PageUp: 1 - ROWS}
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in keys:
            row = self.list.currentRow() + keys[Qt.Key(event.key())]
            self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
            return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def _fill(self, query: str) -> None:
        rated = [(score(query, command), i) for i, command in enumerate(self._commands)]
        best = sorted((-fit, i) for fit, i in rated if fit is not None)
        self.list.clear()
        for _, i in best:
            command = self._commands[i]
            item = QListWidgetItem(command.name, self.list)
            item.setData(COMMAND, command)
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, command.reason or command.key)
            set_tip(item, command.reason or command.action.toolTip())
        self.nothing.setVisible(not best)
        if best:
            self.list.setCurrentRow(0)

    @Slot()
    def _choose(self) -> None:
        item = self.list.currentItem()
        command = item.data(COMMAND) if item is not None else None
        if command is not None and not command.reason:
            self.accept()
            # In a turn of its own, when the palette is gone and the window has the focus again.
            QTimer.singleShot(0, command.action, command.action.trigger)


class _CommandDelegate(QStyledItemDelegate):
    """Name, place in the menus, and at the right the key or the reason."""

    # The ignored lines: the stubs of Qt also allow a QPersistentModelIndex, which Qt never gives.
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # type: ignore[override]
        return QSize(0, style.px(28))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override]
        command: PaletteCommand = index.data(COMMAND)
        palette = style.current()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        rect = option.rect
        if chosen:
            painter.fillRect(rect, QColor(palette.accent))
        quiet = QColor(palette.accent_text if chosen else palette.muted)
        ink = QColor(palette.accent_text if chosen else palette.faint if command.reason else palette.text)
        room = rect.adjusted(style.SPACE[1], 0, -style.SPACE[1], 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(style.font(style.BODY))
        metrics = painter.fontMetrics()
        painter.setPen(ink)
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, command.name)
        left = metrics.horizontalAdvance(command.name) + style.SPACE[1]
        painter.setFont(style.font(style.CAPTION))
        metrics = painter.fontMetrics()
        painter.setPen(quiet)
        painter.drawText(room.adjusted(left, 0, 0, 0), middle | Qt.AlignmentFlag.AlignLeft, command.place)
        left += metrics.horizontalAdvance(command.place) + style.SPACE[2]
        right = command.reason or command.key
        text = metrics.elidedText(right, Qt.TextElideMode.ElideRight, max(room.width() - left, 0))
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, text)
