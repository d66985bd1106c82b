"""The welcome page: drop or open a file, go on with a recent one, try a sample, or follow the tutorial or a lesson."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from mlp_gui.core.translation import tr
from mlp_gui.data.samples.catalogue import PREFIX, samples
from mlp_gui.views.shell.sample_picture import CardIcon, SamplePicture
from mlp_gui.views.theme import icons, style
from mlp_gui.views.theme.plain_text import TextLabel, menu_text, paragraphs, set_tip
from mlp_gui.views.widgets.buttons import link_button
from mlp_gui.views.widgets.card import Card
from mlp_gui.views.widgets.drop_zone import DropZone

SHOWN_RECENT = 5
MAX_WIDTH = 1040


class Welcome(QScrollArea):
    """What a person sees before there is a table.

    Attributes
    ----------
    drop_zone : DropZone
    cards, lesson_cards : dict of str to Card
        By the name of the sample or lesson; lessons have none until `show_lessons`.
    tutorial, lessons : Card
    recent_title : TextLabel
        Hidden while there is no recent file.
    pictures : list of SamplePicture
        Empty pictures on `cards`, to be filled when the page is shown.

    Signals
    -------
    sample_chosen(str), lesson_chosen(str)
        Its name.
    recent_chosen(str), file_dropped(str)
        Its path.
    lessons_requested
        Answered by `show_lessons`.
    open_requested, tutorial_requested, cancel_requested, left, shown
    """

    open_requested = Signal()
    sample_chosen = Signal(str)
    recent_chosen = Signal(str)
    tutorial_requested = Signal()
    lessons_requested = Signal()
    lesson_chosen = Signal(str)
    file_dropped = Signal(str)
    cancel_requested = Signal()
    left = Signal()
    shown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # or Tab stops at the page itself, where nothing can be done
        self.setAcceptDrops(True)
        self.drop_zone = DropZone()
        self.drop_zone.open_requested.connect(self.open_requested)
        self.drop_zone.cancel_requested.connect(self.cancel_requested)
        self.cards: dict[str, Card] = {}
        self.tutorial = Card(
            tr("Tutorial: ANN in numpy"),
            tr("A 10-5-1 perceptron on the Busan beach data, number by number as in the tutorial."),
            picture=CardIcon("book"),
        )
        self.tutorial.clicked.connect(self.tutorial_requested)
        self.way_back = link_button(tr("Back to the run"), "chevron-left")
        self.way_back.clicked.connect(self.left)
        self.way_back.hide()
        self.lessons = Card(
            tr("Lessons"),
            tr("A few minutes each. Predict first, then watch a real run answer."),
            picture=CardIcon("target"),
        )
        self.lessons.clicked.connect(self.lessons_requested)
        self.lesson_cards: dict[str, Card] = {}
        self.recent_title = _title(tr("Recent files"))
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        self.pictures: list[SamplePicture] = []
        self.setWidget(self._build())
        self._set_sizes()
        self.show_recent([])

    def show_recent(self, sources: list[str]) -> None:
        """List paths (or `sample:NAME`), the latest first; samples are left out, they stand beside."""
        while (item := self._recent.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()  # deleteLater waits for the event loop
                widget.deleteLater()
        files = [source for source in sources if not source.startswith(PREFIX)][:SHOWN_RECENT]
        for source in files:
            self._recent.addWidget(self._recent_button(source), 0, Qt.AlignmentFlag.AlignLeft)
        self.recent_title.setVisible(bool(files))

    def show_lessons(self, lessons: list[tuple[str, str, str]]) -> None:
        """Show (name, title, sentence) of each in place of the samples; the cards are made when first shown."""
        for i, (name, title, sentence) in enumerate(lessons if not self.lesson_cards else []):
            card = Card(title, sentence)
            card.clicked.connect(partial(self._on_lesson, name))
            self.lesson_cards[name] = card
            self._lesson_grid.addWidget(card, i // 2, i % 2)
        self._shelf.setCurrentIndex(1)
        # As if by Tab, so that the ring shows where the focus went.
        next(iter(self.lesson_cards.values())).setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def show_samples(self) -> None:
        """Show the samples again, in place of the lessons."""
        self._shelf.setCurrentIndex(0)
        self.lessons.setFocus(Qt.FocusReason.TabFocusReason)

    def show_loading(self, name: str | None, fraction: float = float("nan")) -> None:
        """Show that a file is being read (its name, 0..1 or nan), or with None that this has ended."""
        self.drop_zone.show_loading(name, fraction)
        for card in (*self.cards.values(), *self.lesson_cards.values(), self.tutorial, self.lessons):
            card.setEnabled(name is None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _local_file(event) is not None:
            event.acceptProposedAction()
            self.drop_zone.show_hot(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.drop_zone.show_hot(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.drop_zone.show_hot(False)
        path = _local_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.file_dropped.emit(path)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if style.restyled(event) and hasattr(self, "_middle"):
            self._set_sizes()

    # --- own ---

    def _set_sizes(self) -> None:
        """Let sizes grow with the text; a very tall drop zone would hide what it says below the window's edge."""
        self._middle.setMaximumWidth(style.px(MAX_WIDTH))
        self.drop_zone.setMinimumHeight(style.px(210))
        self.drop_zone.setMaximumHeight(style.px(420))

    def _build(self) -> QWidget:
        page = QWidget()
        middle = self._middle = QWidget()
        columns = QHBoxLayout(middle)
        columns.setContentsMargins(*(style.SPACE[3],) * 4)
        columns.setSpacing(style.SPACE[3])
        columns.addLayout(self._left(), 5)
        columns.addLayout(self._right(), 8)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(middle, 100)  # as wide as it may be before there is air beside it
        across.addStretch(1)
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(1)
        outer.addLayout(across)
        outer.addStretch(2)  # a little above the middle
        return page

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(style.SPACE[1])
        headline = TextLabel(tr("Fit a network to your table"))
        headline.setWordWrap(True)
        style.set_role(headline, "counter")
        sentence = TextLabel(tr("Choose what to predict, press Train, and watch it learn. Look inside every number."))
        sentence.setWordWrap(True)
        style.set_role(sentence, "muted")
        column.addWidget(headline)
        column.addWidget(sentence)
        column.addWidget(self.way_back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(style.SPACE[1])
        column.addWidget(self.drop_zone, 100)
        column.addSpacing(style.SPACE[1])
        column.addWidget(self.recent_title)
        column.addLayout(self._recent)
        column.addSpacing(style.SPACE[1])
        column.addWidget(_title(tr("Learn")))  # here and not below the samples, where a low screen would hide it
        column.addWidget(self.tutorial)
        column.addWidget(self.lessons)
        column.addStretch(1)
        return column

    def _right(self) -> QVBoxLayout:
        grid = QGridLayout()
        grid.setSpacing(12)
        for i, sample in enumerate(samples()):
            self.pictures.append(SamplePicture(sample))
            card = Card(tr(sample.title), tr(sample.sentence), tr(sample.task.label), self.pictures[-1])
            set_tip(card, paragraphs(tr(sample.source)))
            card.clicked.connect(partial(self._on_sample, sample.name))
            self.cards[sample.name] = card
            grid.addWidget(card, i // 2, i % 2)
        for i in (0, 1):
            grid.setColumnStretch(i, 1)
        column = QVBoxLayout()
        column.setSpacing(style.SPACE[1])
        self._shelf = QStackedWidget()
        self._shelf.addWidget(_shelf(_title(tr("Try a sample")), grid))
        self._shelf.addWidget(self._lesson_shelf())
        column.addWidget(self._shelf)
        column.addStretch(1)
        return column

    def _lesson_shelf(self) -> QWidget:
        self._lesson_grid = QGridLayout()
        self._lesson_grid.setSpacing(12)
        for i in (0, 1):
            self._lesson_grid.setColumnStretch(i, 1)
        self.back = link_button(tr("Back to the samples"), "chevron-left")
        self.back.clicked.connect(self.show_samples)
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(_title(tr("Lessons")))
        row.addStretch(1)
        row.addWidget(self.back)
        return _shelf(head, self._lesson_grid)

    def _recent_button(self, source: str) -> QToolButton:
        path = Path(source)
        button = QToolButton()
        button.setText(menu_text(path.name))
        button.setIcon(icons.icon("file", "accent"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setProperty("role", "link")
        set_tip(button, source)
        button.setAccessibleName(tr("Open {name}", name=path.name))
        button.clicked.connect(partial(self._on_recent, source))
        return button

    def _on_sample(self, name: str, checked: bool = False) -> None:  # the bool comes from clicked
        self.sample_chosen.emit(name)

    def _on_lesson(self, name: str, checked: bool = False) -> None:
        self.lesson_chosen.emit(name)

    def _on_recent(self, source: str, checked: bool = False) -> None:
        self.recent_chosen.emit(source)


def _shelf(title: QWidget, grid: QGridLayout) -> QWidget:
    """Put the cards below a heading."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(style.SPACE[1])
    column.addWidget(title)
    column.addLayout(grid)
    column.addStretch(1)
    return page


def _title(text: str) -> TextLabel:
    label = TextLabel(text)
    style.set_role(label, "heading")
    return label


def _local_file(event: QDropEvent) -> str | None:
    urls = event.mimeData().urls()
    return urls[0].toLocalFile() if len(urls) == 1 and urls[0].isLocalFile() else None
