"""Text from outside in widgets: letter by letter, with a sign for what cannot be seen, and never endless."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget

from mlp_gui.core.translation import join_names, tr
from mlp_gui.core.visible_text import visible
from mlp_gui.views.theme.plain_text import TextLabel, menu_text, paragraphs, plain_tip, set_tip

HOSTILE = [
    '<img src="file:///x.png">',
    "a <b>c</b>",
    "x &lt;b&gt;",
    "<!-- a",
    "<?xml ?><b>",
    "<a href='x'>y</a>",
    "T<5 & b",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_that_labels_and_tooltips_show_every_letter(name: str, qapp) -> None:
    label, widget = TextLabel(name), QWidget()
    assert (label.text(), label.textFormat()) == (name, Qt.TextFormat.PlainText)
    set_tip(widget, name)
    tip = widget.toolTip()
    assert plain_text(tip) == name
    assert plain_text(paragraphs(name)) == name
    assert plain_tip(paragraphs(name)) == paragraphs(name)


def plain_text(tip: str) -> str:
    """What Qt shows of a tooltip."""
    document = QTextDocument()
    document.setHtml(tip)
    return document.toPlainText() if GuiQt.mightBeRichText(tip) else tip


@pytest.mark.parametrize(
    ("text", "seen"),
    [("a\x07b", "a␇b"), ("\u202egnp.exe", "\ufffdgnp.exe"), ("a\x00", "a␀"), ("\udce9", "\ufffd"), ("a\r\nb", "a␍\nb")],
)
def test_that_what_is_not_seen_has_a_sign(text: str, seen: str) -> None:
    assert visible(text) == seen
    assert tr("{name}!", name=text) == f"{seen}!"


@pytest.mark.parametrize("text", ["é ü 漢字", "👨\u200d👩", "می\u200cخواهم", "a\tb\nc", "1\u202f000", "שלום"])
def test_that_the_writing_of_any_people_is_left_alone(text: str) -> None:
    assert visible(text) == text


def test_that_a_long_name_keeps_its_ends_and_a_list_stays_short() -> None:
    assert visible("a" * 5000 + "z", 10) == "aaaaaaa…az"
    assert len(join_names(["n" * 10_000] * 3, 2)) < 250
    assert len(TextLabel("n" * 10_000).text()) == 1000


def test_that_an_ampersand_underlines_no_letter() -> None:
    assert menu_text("x&y\tz") == "x&&y z"
