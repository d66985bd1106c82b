"""The split: three shares that always add up to one, by field, by dragging and by key."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt

from mlp_gui.core.subsets import Subset
from mlp_gui.data.preprocessing.spec import SplitConfig
from mlp_gui.views.data.panel.split_editor import SplitEditor, rebalance_shares

LEFT = Qt.MouseButton.LeftButton
percents = st.integers(0, 99).map(lambda n: n / 100)


@given(st.sampled_from(Subset), percents, percents, percents)
def test_that_shares_always_add_up_to_one_and_make_a_valid_split(name, share, validation, test) -> None:
    if name == "training":
        share = max(share, 0.01)
    if validation + test > 0.99:
        validation, test = validation / 2.1, test / 2.1
    shares = rebalance_shares(name, share, round(1 - validation - test, 9), validation, test)
    SplitConfig(train=shares[0], validation=shares[1], test=shares[2])
    assert sum(shares) == pytest.approx(1, abs=1e-8)
    assert shares[list(Subset).index(name)] == share
    assert min(shares) >= 0


def test_that_a_new_training_share_keeps_the_others_in_proportion() -> None:
    assert rebalance_shares("training", 0.4, 0.7, 0.2, 0.1) == pytest.approx((0.4, 0.4, 0.2))


def test_that_training_pays_for_a_larger_validation_share() -> None:
    assert rebalance_shares("validation", 0.3, 0.7, 0.15, 0.15) == pytest.approx((0.55, 0.3, 0.15))


@pytest.fixture
def editor(qtbot):
    made = SplitEditor()
    qtbot.addWidget(made)
    made.emitted = []
    made.edited.connect(made.emitted.append)
    made.show_columns(("day", "part"))
    made.show_config(SplitConfig())
    made.resize(300, 300)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()


def test_that_a_share_is_typed_in_percent(editor, qtbot) -> None:
    field = editor.fields["validation"]
    qtbot.mouseClick(field, LEFT, pos=QPoint(8, 8))
    field.selectAll()
    qtbot.keyClicks(field, "30")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert editor.emitted == [SplitConfig(train=0.55, validation=0.3, test=0.15)]
    assert [editor.fields[name].text() for name in Subset] == ["55", "30", "15"]


def test_that_no_training_rows_are_refused(editor, qtbot) -> None:
    field = editor.fields["training"]
    qtbot.mouseClick(field, LEFT, pos=QPoint(8, 8))
    field.selectAll()
    qtbot.keyClicks(field, "0")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert editor.emitted == []
    assert editor.problem.isVisible()


def test_that_a_border_is_dragged(editor, qtbot) -> None:
    bar, middle = editor.bar, editor.bar.height() // 2
    start = QPoint(round(4 + 0.85 * (bar.width() - 8)), middle)
    qtbot.mousePress(bar, LEFT, pos=start)
    qtbot.mouseMove(bar, QPoint(bar.width() - 4, middle))
    qtbot.mouseRelease(bar, LEFT, pos=QPoint(bar.width() - 4, middle))
    assert editor.emitted == [SplitConfig(train=0.7, validation=0.3, test=0.0)]


def test_that_a_border_is_moved_by_key(editor, qtbot) -> None:
    editor.bar.setFocus()
    qtbot.keyClick(editor.bar, Qt.Key.Key_Right)
    qtbot.keyClick(editor.bar, Qt.Key.Key_Down)
    qtbot.keyClick(editor.bar, Qt.Key.Key_Left)
    assert [(c.train, c.validation, c.test) for c in editor.emitted] == [(0.71, 0.14, 0.15), (0.71, 0.13, 0.16)]


def test_that_the_rows_of_each_subset_are_shown(editor) -> None:
    editor.show_rows({"training": 152, "validation": 66, "test": 0})
    assert [editor.rows[name].text() for name in Subset] == ["152 rows", "66 rows", "0 rows"]


def test_that_a_column_can_decide_and_is_chosen_from_the_tables_columns(editor, qtbot) -> None:
    combo = editor.form.editor("method")
    combo.setFocus()
    qtbot.keyClicks(combo, "From a col")
    assert editor.emitted[-1] == SplitConfig(method="column", column="part")
    assert editor.column_row.isVisible()
    assert not editor.bar.isVisible()
    qtbot.keyClick(editor.column_row.editor, Qt.Key.Key_Home)
    assert editor.emitted[-1].column == "day"


def test_that_counts_of_periods_are_not_called_percent(editor) -> None:
    assert editor.captions["test"].text() == "Test %"
    editor.show_config(SplitConfig("periods", column="day"))
    assert not editor.fields["test"].isVisible()
    assert editor.captions["test"].text() == "test"


def test_that_a_locked_split_says_why(editor) -> None:
    editor.set_locked("live_only", "Reset the run first.")
    assert not editor.bar.isEnabled()
    assert not editor.fields["test"].isEnabled()
    assert "Reset the run first." in editor.form.editor("method").toolTip()
