"""A form draws any config; it emits a new one for every valid edit and never anything else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from helpers.form_cases import Heavy, Inner, Plain, Sample, Shown
from mlp_gui.views.forms.config_form import ConfigForm


@pytest.fixture(autouse=True)
def _quick_search(qapp) -> Iterator[None]:
    before = QApplication.keyboardInputInterval()
    QApplication.setKeyboardInputInterval(50)
    yield
    QApplication.setKeyboardInputInterval(before)


@pytest.fixture
def shown(qtbot) -> Iterator[Shown]:
    made = Shown(qtbot, Sample())
    yield made
    made.form.close()


def test_that_typing_a_number_emits_a_new_config_and_leaves_the_old_one(shown: Shown) -> None:
    before = shown.form.config()
    shown.enter("rate", "1e-4")
    assert shown.emitted == [Sample(rate=1e-4)]
    assert before == Sample()


def test_that_a_decimal_comma_works_like_a_point(shown: Shown) -> None:
    shown.enter("rate", "0,01")
    assert shown.emitted == [Sample(rate=0.01)]
    assert shown.form.editor("rate").text() == "0.01"


def test_that_tab_commits_as_enter_does(shown: Shown) -> None:
    shown.enter("rate", "0.5", Qt.Key.Key_Tab)
    assert shown.emitted == [Sample(rate=0.5)]


def test_that_arrow_keys_step_a_log_scaled_number_one_two_five(shown: Shown, qtbot) -> None:
    field = shown.form.editor("rate")
    field.setFocus()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down):
        qtbot.keyClick(field, key)
    assert [c.rate for c in shown.emitted] == [0.002, 0.005, 0.002]


def test_that_the_step_buttons_step(shown: Shown, qtbot) -> None:
    up, down = shown.form.editor("units").findChildren(QAbstractButton)
    qtbot.mouseClick(up, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(down, Qt.MouseButton.LeftButton)
    assert [c.units for c in shown.emitted] == [11, 10]


def test_that_integers_are_not_limited_to_32_bits(shown: Shown) -> None:
    shown.enter("units", "10000000000")
    assert shown.emitted == [Sample(units=10**10)]
    assert shown.form.editor("units").text() == "10,000,000,000"


def test_that_what_is_out_of_bounds_is_explained_and_not_emitted(shown: Shown, qtbot) -> None:
    field = shown.enter("rate", "20")
    row = shown.form.row("rate")
    assert shown.emitted == []
    assert shown.form.config() == Sample()
    assert row.problem.isVisible()
    assert "greater than 0 and at most 10" in row.problem.text()
    assert field.property("invalid") is True
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "0.001"
    assert not row.problem.isVisible()


def test_that_text_is_not_a_number(shown: Shown) -> None:
    shown.enter("units", "ten")
    assert shown.emitted == []
    assert shown.form.row("units").problem.text() == "'ten' is not a number."


def test_that_mending_the_text_clears_the_sentence(shown: Shown) -> None:
    shown.enter("rate", "20")
    shown.enter("rate", "2")
    assert not shown.form.row("rate").problem.isVisible()
    assert shown.emitted == [Sample(rate=2.0)]


def test_that_a_refused_combination_is_explained_and_not_emitted(shown: Shown) -> None:
    shown.enter("units", "13")
    assert shown.emitted == []
    assert "bad luck" in shown.form.row("units").problem.text()


def test_that_a_members_own_settings_appear_below_it_and_are_remembered(shown: Shown, qtbot) -> None:
    shown.choose("way", "Heavy")
    assert shown.emitted[-1].way == Heavy()
    assert "Heavy (ball): Rolls on." in shown.form.editor("way").toolTip()
    shown.enter("way.momentum", "0.5")
    qtbot.mouseClick(shown.form.editor("way.nesterov"), Qt.MouseButton.LeftButton)
    assert shown.emitted[-1].way == Heavy(0.5, True)
    shown.choose("way", "Plain")
    assert shown.emitted[-1].way == Plain()
    with pytest.raises((KeyError, AttributeError)):
        shown.form.editor("way.momentum")
    shown.choose("way", "Heavy")
    assert shown.emitted[-1].way == Heavy(0.5, True)


def test_that_tab_goes_through_the_form_as_it_is_shown(shown: Shown, qtbot) -> None:
    shown.choose("way", "Heavy")
    more = next(b for b in shown.form.findChildren(QAbstractButton) if b.text() == "More (1)")
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    names = ("rate", "units", "way", "way.momentum", "way.nesterov", "kind")
    shown.form.editor("rate").setFocus()
    met = []
    for _ in range(40):
        met.append(QApplication.focusWidget())
        qtbot.keyClick(met[-1], Qt.Key.Key_Tab)
    assert met[: len(names)] == [shown.form.editor(name) for name in names]
    assert met[met.index(more) + 1] is shown.form.editor("seed")


def test_that_a_choice_is_made_by_key(shown: Shown) -> None:
    shown.choose("kind", "Second")
    assert shown.emitted == [Sample(kind="b")]


def test_that_an_optional_value_is_switched_on_and_off(shown: Shown, qtbot) -> None:
    editor = shown.form.editor("limit")
    assert not editor.inner.isEnabled()
    qtbot.mouseClick(editor.switch, Qt.MouseButton.LeftButton)
    assert shown.emitted[-1].limit == 0.1
    qtbot.mouseClick(editor.switch, Qt.MouseButton.LeftButton)
    assert shown.emitted[-1].limit is None


def test_that_a_list_of_words_is_typed_with_commas(shown: Shown) -> None:
    shown.enter("words", "a, b c,, d")
    assert shown.emitted == [Sample(words=("a", "b c", "d"))]


def test_that_a_row_is_shown_only_when_its_condition_holds(shown: Shown, qtbot) -> None:
    assert shown.form.row("group.patience").isVisible()
    qtbot.mouseClick(shown.form.editor("group.enabled"), Qt.MouseButton.LeftButton)
    assert shown.emitted == [Sample(group=Inner(enabled=False))]
    assert not shown.form.row("group.patience").isVisible()


def test_that_advanced_settings_are_folded_under_more(shown: Shown, qtbot) -> None:
    assert not shown.form.row("seed").isVisible()
    more = next(b for b in shown.form.findChildren(QAbstractButton) if b.text() == "More (1)")
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert shown.form.row("seed").isVisible()


def test_that_a_started_run_leaves_only_live_settings_open_and_says_why(shown: Shown) -> None:
    shown.choose("way", "Heavy")
    shown.form.set_locked("live_only", "Reset the run to change this: it shapes the network.")
    enabled = {name: shown.form.editor(name).isEnabled() for name in ("rate", "units", "way", "kind", "way.momentum")}
    assert enabled == {"rate": True, "units": False, "way": False, "kind": False, "way.momentum": True}
    assert shown.form.editor("group.patience").isEnabled()
    assert not shown.form.editor("way.nesterov").isEnabled()
    assert "Reset the run" in shown.form.editor("units").toolTip()
    assert "Reset the run" not in shown.form.editor("rate").toolTip()
    shown.form.set_locked("all")
    assert not shown.form.editor("rate").isEnabled()
    shown.form.set_locked("none")
    assert shown.form.editor("units").isEnabled()


def test_that_a_member_chosen_while_locked_is_locked_too(qtbot) -> None:
    form = ConfigForm(Sample)
    qtbot.addWidget(form)
    form.set_locked("live_only")
    form.show_config(Sample(way=Heavy()))
    assert form.editor("way.momentum").isEnabled()
    assert not form.editor("way.nesterov").isEnabled()


def test_that_the_wheel_changes_nothing_unless_the_editor_has_the_focus(shown: Shown) -> None:
    for name in ("rate", "units", "way", "kind"):
        editor = shown.form.editor(name)
        editor.clearFocus()
        turn(editor)
    assert shown.emitted == []
    field = shown.form.editor("units")
    field.setFocus()
    turn(field)
    assert [c.units for c in shown.emitted] == [11]


def turn(widget: QWidget) -> None:
    centre = QPointF(widget.rect().center())
    event = QWheelEvent(
        centre,
        QPointF(widget.mapToGlobal(widget.rect().center())),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_that_showing_a_config_emits_nothing(shown: Shown) -> None:
    shown.form.show_config(Sample(rate=1.0, units=3, way=Heavy(0.1), kind="b", limit=2.0, words=("x",), hidden=()))
    assert shown.emitted == []
    assert shown.form.editor("rate").text() == "1"
    assert shown.form.editor("way.momentum").text() == "0.1"


def test_that_text_being_typed_survives_showing_the_same_config_again(shown: Shown, qtbot) -> None:
    field = shown.form.editor("rate")
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "0.2")
    shown.form.show_config(Sample(units=11))
    assert field.text() == "0.2"


def test_that_the_tooltip_says_range_default_and_other_names(shown: Shown) -> None:
    tip = shown.form.editor("rate").toolTip()
    assert "greater than 0 and at most 10" in tip
    assert "Default: 0.001" in tip
    assert "Keras: lr" in tip
    assert "paused" in tip
