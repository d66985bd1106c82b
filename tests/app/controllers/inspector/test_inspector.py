"""A person looks under the hood: opens the microscope, reads a batch step by step, applies it, edits a weight."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QStandardItemModel
from shiboken6 import isValid

from helpers.person import Person
from mlp_gui.engine.tracing.tensors import Tensor
from mlp_gui.session.training.phase import Phase
from mlp_gui.views.inspector.row_dialog import RowDialog
from mlp_gui.views.inspector.step_list import CHANGED, STEP
from mlp_gui.views.widgets.whole_rows_table import WholeRowsTable


@pytest.fixture
def reader(shared_person: Person):
    """A person who has opened the tutorial anew, and the microscope at its first step."""
    person = shared_person
    person.program.session.project.discard_unsaved()
    person.menu("File", "Tutorial: ANN in numpy")
    person.wait_ready()
    person.menu("Inspect", "Under the hood")
    microscope = person.program.inspector.inspector_window
    person.wait(lambda: microscope.trace is not None and person.program.session.inspector.is_current)
    microscope.show_step(0)
    microscope.show_cell((0, 0))
    person.settle()
    yield person
    microscope.close()
    person.settle()


def theta(person: Person) -> np.ndarray:
    return person.run.weights.last.theta


def walk_to(person: Person, kind: str, layer: int) -> Tensor:
    """Press Next until the step is there."""
    microscope = person.program.inspector.inspector_window
    for _ in range(len(microscope.trace.steps)):
        if (microscope.step.kind, microscope.step.layer) == (kind, layer):
            break
        person.click(microscope.footer.next)
    assert (microscope.step.kind, microscope.step.layer) == (kind, layer)
    return microscope.step.result


def click_cell(person: Person, row: int, column: int) -> None:
    table = person.program.inspector.inspector_window.table
    index = table.model_.index(row, column)
    table.scrollTo(index)
    person.click(table.viewport(), table.visualRect(index).center())


def test_that_without_a_table_it_says_so_and_nothing_can_be_applied(person: Person) -> None:
    person.menu("Inspect", "Under the hood")
    microscope = person.program.inspector.inspector_window
    assert "Open a table or a sample" in microscope.empty.text()
    assert not microscope.footer.apply.isEnabled()
    assert microscope.footer.apply.toolTip() == microscope.empty.text()
    microscope.close()


def test_that_every_step_can_be_read_with_its_numbers(reader: Person) -> None:
    microscope = reader.program.inspector.inspector_window
    seen = []
    for _ in microscope.trace.steps:
        seen.append(microscope.step.symbol)
        assert microscope.header.title.text()
        assert microscope.header.equation.text()
        assert "=" in microscope.sum.line.text()
        reader.click(microscope.footer.next) if microscope.footer.next.isEnabled() else None
    assert seen[:3] == ["a₀", "z₁", "a₁"]
    assert seen[-3:] == ["W₁", "W₂", "W₃"]
    assert microscope.footer.position.text() == "step 20 of 20"


def test_that_a_chosen_number_is_written_out_with_the_columns_names(reader: Person) -> None:
    microscope = reader.program.inspector.inspector_window
    result = walk_to(reader, "sum", 1)
    click_cell(reader, 2, 3)
    assert microscope.cell == (2, 3)
    assert microscope.sum.line.text().startswith("z₁[row 79, unit 4] = ")
    terms = microscope.sum.terms.model_
    assert terms.rowCount() == 14
    assert terms.data(terms.index(0, 0)) == "tide_cm"
    assert terms.data(terms.index(13, 0)) == "bias"
    assert sum(term.value for term in terms.terms) == pytest.approx(result[2, 3], rel=1e-12)


def test_that_inputs_show_what_they_are_in_the_file(reader: Person) -> None:
    microscope = reader.program.inspector.inspector_window
    frame = reader.program.session.data.table.frame
    shown = microscope.table.model_.data(microscope.table.model_.index(0, 0), Qt.ItemDataRole.UserRole + 1)
    assert float(shown) == pytest.approx(frame["tide_cm"].iloc[66], rel=1e-5)


def test_that_one_line_has_one_kind_of_minus(reader: Person) -> None:
    """A typographical one, as in all formulas; a number of the file has no other."""
    microscope = reader.program.inspector.inspector_window
    seen = 0
    for row in range(8):
        click_cell(reader, row, 0)  # tides lie on both sides of 0
        written = microscope.sum.line.text()
        assert "-" not in written
        seen += "(−" in written
    assert seen


def test_that_apply_performs_exactly_the_shown_batch(reader: Person) -> None:
    microscope = reader.program.inspector.inspector_window
    for batch in (1, 2, 3, 4, 0):
        shown = microscope.trace
        reader.wait(microscope.footer.apply.isEnabled)
        reader.click(microscope.footer.apply)
        reader.wait(lambda before=shown: microscope.trace is not before and reader.run.phase is Phase.PAUSED)
        assert reader.run.batch == batch
        assert np.array_equal(theta(reader), shown.theta_after)
        assert "bit for bit" in microscope.footer.message_label.text()
    five_batches = theta(reader).copy()
    reader.run.reset()
    reader.wait_ready()
    reader.run.step_epochs(1)
    reader.wait_for(Phase.PAUSED)
    assert np.array_equal(theta(reader), five_batches)


def test_that_a_run_that_is_judged_by_averaged_weights_applies_what_is_shown_too(reader: Person) -> None:
    microscope, run = reader.program.inspector.inspector_window, reader.run
    run.set_config(run.config.replace(training=run.config.training.replace(averaging=0.9)))
    reader.wait(lambda: microscope.trace.average_after is not None and run.phase is Phase.READY)
    for _ in range(3):
        shown = microscope.trace
        reader.wait(microscope.footer.apply.isEnabled)
        reader.click(microscope.footer.apply)
        reader.wait(lambda before=shown: microscope.trace is not before and run.phase is Phase.PAUSED)
        assert np.array_equal(theta(reader), shown.average_after)
        assert "bit for bit" in microscope.footer.message_label.text()
    walk_to(reader, "average", 2)
    assert " = 0.9 · " in microscope.sum.line.text()


def test_that_the_lamp_goes_on_for_all_layers(reader: Person) -> None:
    microscope = reader.program.inspector.inspector_window
    reader.wait(lambda: "layer 3" in microscope.gradient_check_card.details.text())
    assert microscope.gradient_check_card.lamp.state is True
    walk_to(reader, "gradient", 2)
    click_cell(reader, 1, 1)
    assert microscope.gradient_check_card.details.text().startswith("∂L/∂W₂[unit 2, unit 2]")
    assert "Strongest path" in microscope.path.text.text()


def test_that_a_weight_can_be_typed_as_a_fraction_and_taken_back(reader: Person) -> None:
    microscope = reader.program.inspector.inspector_window
    walk_to(reader, "sum", 1)
    before = theta(reader).copy()
    reader.click(microscope.strip.operands[1])
    table = microscope.table
    table.setFocus()
    table.setCurrentIndex(table.model_.index(0, 1))
    table.edit(table.model_.index(0, 1))
    reader.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    reader.type("1/4")
    reader.press(Qt.Key.Key_Return)
    reader.wait(lambda: theta(reader)[1] == 0.25)
    reader.wait(lambda: microscope.trace.theta[1] == 0.25)
    assert microscope.footer.message_label.text().startswith("W₁[tide_cm, unit 2] was ")
    reader.wait(lambda: " → " in microscope.stages.headline.text())
    assert table.model_.was((0, 1)) == before[1]
    assert [table.model_.was((0, unit)) for unit in (0, 2)] == [None, None]
    marks = microscope.picture.marks
    assert marks.changed_edges == {(1, 0, 1)}
    assert {(layer, unit) for layer, unit in marks.changed_nodes if layer == 1} == {(1, 1)}
    changed = marked_steps(microscope)
    assert ("sum", 1) in changed
    assert ("update", 1) in changed
    reader.click(microscope.footer.undo)
    reader.wait(lambda: np.array_equal(theta(reader), before))
    reader.wait(lambda: " → " not in microscope.stages.headline.text())
    assert not marked_steps(microscope)
    assert not microscope.picture.marks.changed_nodes


def test_that_a_tiny_edit_is_written_with_the_digits_that_it_changed(reader: Person) -> None:
    microscope = reader.program.inspector.inspector_window
    walk_to(reader, "sum", 1)
    microscope.strip.array_chosen.emit("W")
    table, before = microscope.table, float(theta(reader)[1])
    plain = table.model_.index(0, 1).data()
    reader.program.session.inspector.edit_parameter(1, before * (1 + 2e-7))
    reader.wait(lambda: table.model_.was((0, 1)) == before)
    shown = table.model_.index(0, 1).data()
    assert len(shown) > len(plain)
    assert float(shown) != float(f"{before:.6g}")
    assert float(shown) == pytest.approx(before * (1 + 2e-7), rel=1e-7)
    reader.click(microscope.footer.undo)
    reader.wait(lambda: theta(reader)[1] == before)


def marked_steps(microscope) -> set[tuple[str, int]]:
    """Kind and layer of the steps that have the mark of a change."""
    items = (microscope.steps.item(row) for row in range(microscope.steps.count()))
    marked = [item.data(STEP) for item in items if item.data(CHANGED)]
    return {(microscope.trace.steps[at].kind, microscope.trace.steps[at].layer) for at in marked}


def test_that_a_single_row_of_the_validation_subset_can_be_chosen(reader: Person) -> None:
    microscope = reader.program.inspector.inspector_window
    reader.choose(microscope.stages.chooser.source, "One validation row")
    reader.wait(lambda: microscope.trace.pick.kind == "rows")
    assert microscope.trace.x.shape == (1, 13)
    rows = np.sort(reader.run.dataset.validation.row_numbers)
    first = microscope.trace.names.row_numbers[0]
    field = microscope.stages.chooser.row
    reader.click(field)
    for key, number in ((Qt.Key.Key_Up, rows[rows > first][0]), (Qt.Key.Key_Down, first)):
        reader.press(key)
        reader.wait(lambda number=number: microscope.trace.names.row_numbers[0] == number)
        assert field.value() == number + 1
    assert not microscope.footer.apply.isEnabled()
    assert "next batch" in microscope.footer.apply.toolTip()


def test_that_clicking_a_unit_in_the_picture_shows_its_sum(reader: Person) -> None:
    microscope = reader.program.inspector.inspector_window
    place = microscope.picture.place(2, 3)
    reader.click(microscope.picture, QPoint(round(place.x()), round(place.y())))
    assert (microscope.step.kind, microscope.step.layer, microscope.cell[1]) == ("sum", 2, 3)


def test_that_it_follows_a_run_that_is_going_on(reader: Person) -> None:
    microscope = reader.program.inspector.inspector_window
    reader.run.train()
    reader.wait(lambda: microscope.trace.epoch > 0)
    reader.run.stop()
    reader.wait(lambda: reader.run.phase in (Phase.PAUSED, Phase.FINISHED))
    reader.wait(lambda: microscope.trace.epoch == reader.run.epoch)
    assert reader.crashes == []


def test_that_a_row_can_be_typed_in_and_a_bad_number_is_explained(reader: Person) -> None:
    microscope = reader.program.inspector.inspector_window
    reader.choose(microscope.stages.chooser.source, "A row typed in")
    dialog = reader.dialog(RowDialog)
    reader.fill(dialog.fields["tide_cm"], "abc")
    reader.wait(dialog.problem.isVisible)
    assert "tide_cm: 'abc' is not a number" in dialog.problem.text()
    reader.fill(dialog.fields["tide_cm"], "12,5")
    reader.wait(lambda: microscope.trace.pick.kind == "typed")
    assert not isValid(dialog)
    assert microscope.trace.x.shape == (1, 13)
    assert microscope.stages.headline.text().startswith("A row that was typed in")
    shown = microscope.table.model_.data(microscope.table.model_.index(0, 0), Qt.ItemDataRole.UserRole + 1)
    assert float(shown) == 12.5


def test_that_the_microscope_closes_with_the_window(person: Person) -> None:
    person.menu("File", "Tutorial: ANN in numpy")
    person.wait_ready()
    person.menu("Inspect", "Under the hood")
    microscope = person.program.inspector.inspector_window
    person.wait(lambda: microscope.trace is not None)
    person.program.session.project.discard_unsaved()
    person.window.close()
    person.wait(lambda: not microscope.isVisible())


def test_that_it_opens_in_the_main_window_and_a_window_of_its_own_stays_one(person: Person) -> None:
    person.menu("Inspect", "Under the hood")
    microscope = person.program.inspector.inspector_window
    assert microscope.is_docked
    assert person.window.pages.currentWidget() is microscope
    person.click(microscope.stages.place)
    person.wait(lambda: not microscope.is_docked and microscope.isVisible())
    microscope.close()
    person.menu("Inspect", "Under the hood")
    person.wait(microscope.isVisible)
    assert not microscope.is_docked
    microscope.stages.place.click()
    person.wait(lambda: microscope.is_docked and microscope.isVisible())


@pytest.mark.parametrize("height", [240, 251, 333])
def test_that_the_tables_end_with_whole_rows(qtbot, height: int) -> None:
    table = WholeRowsTable()
    qtbot.addWidget(table)
    table.setModel(QStandardItemModel(100, 3))
    table.setShowGrid(False)
    table.verticalHeader().setDefaultSectionSize(27)
    table.resize(300, height)
    table.show()
    table.scrollToBottom()
    cells = table.viewport()
    last = table.visualRect(table.model().index(99, 0))
    assert last.bottom() == cells.height() - 1
    assert table.rowAt(0) == 100 - cells.height() // 27
    assert table.visualRect(table.model().index(table.rowAt(0), 0)).top() == 0
    table.setModel(QStandardItemModel(2, 3))  # where all rows fit, nothing is taken away
    qtbot.waitUntil(lambda: table.viewportMargins().bottom() == 0)


def test_that_another_library_can_be_asked_about_the_shown_batch(reader: Person) -> None:
    microscope = reader.program.inspector.inspector_window
    check = microscope.gradient_check_card.check
    assert check.button.text() in ("Check with PyTorch", "Check with scikit-learn")
    reader.wait(check.button.isEnabled)
    reader.click(check.button)
    reader.wait(lambda: "finds the same loss and the same gradients" in check.message_label.text())
    before = microscope.trace
    reader.wait_idle()  # the card of the task lies above the foot of the window
    reader.settle()
    reader.click(microscope.footer.apply)
    reader.wait(lambda: microscope.trace is not before and not check.message_label.isVisible())
