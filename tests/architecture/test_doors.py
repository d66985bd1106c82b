"""What leaves the program by one door: that the others stay shut."""

from __future__ import annotations

import ast

from helpers.product import source_files

TEXT_DOOR = "views/theme/plain_text.py"
# They show pages of HTML that the program writes, with what comes from outside escaped; each has a test for that.
PAGES = {
    "app/controllers/inspector/worked_example.py",
    "views/shell/help.py",
    "views/training/pdf_format.py",
}
# Qt's ready-made boxes take their text for HTML where it looks so.
BOXES = {"QErrorMessage", "QInputDialog", "QProgressDialog", "QToolTip", "QWhatsThis", "QLabel", "QGraphicsTextItem"}
SAFE_CALLS = ("plain_tip", "paragraphs", "TextLabel")

CSV_WRITER = "data/csv/writer.py"
# It writes a record to compare it with what was read, and nothing to a file.
COMPARED_ONLY = "data/csv/stray_quotes.py"


def test_that_csv_is_written_in_one_place_where_formulas_are_made_texts() -> None:
    found = [
        f"{file.path}:{node.lineno}"
        for file in source_files()
        if file.path not in (CSV_WRITER, COMPARED_ONLY)
        for node in file.nodes
        if isinstance(node, ast.Attribute)
        and (
            node.attr == "to_csv"
            or (node.attr in ("writer", "DictWriter") and ast.unparse(node) in ("csv.writer", "csv.DictWriter"))
        )
    ]
    assert not found, f"{CSV_WRITER} has csv_text and to_csv"


def _calls(method: str) -> list[tuple[str, ast.Call]]:
    return [
        (f"{file.path}:{node.lineno}", node)
        for file in source_files()
        if file.path != TEXT_DOOR
        for node in file.nodes
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == method
    ]


def _is_safe(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) or (isinstance(node, ast.Call) and ast.unparse(node.func) in SAFE_CALLS)


def test_that_text_enters_widgets_by_the_door_that_shows_it_letter_by_letter() -> None:
    found = [where for where, _ in _calls("setToolTip")]
    found += [where for where, call in _calls("setWhatsThis") if not _is_safe(call.args[0])]
    found += [
        where
        for where, call in _calls("setItemData")
        if ast.unparse(call.args[-1]).endswith(("ToolTipRole", "WhatsThisRole")) and not _is_safe(call.args[1])
    ]
    # A form makes a label of its own of a text.
    found += [where for where, call in _calls("addRow") if len(call.args) == 2 and not _is_safe(call.args[0])]
    found += [where for where, call in _calls("setTextFormat") if not ast.unparse(call.args[0]).endswith("PlainText")]
    for method in ("setHtml", "insertHtml", "setMarkdown", "appendHtml"):
        found += [where for where, _ in _calls(method) if where.split(":")[0] not in PAGES]
    for method in ("critical", "information", "question", "warning", "about"):
        found += [where for where, call in _calls(method) if ast.unparse(call.func).startswith("QMessageBox.")]
    assert not found, f"{TEXT_DOOR} has set_tip, plain_tip and TextLabel"


def test_that_no_widget_that_guesses_the_format_of_its_text_is_used() -> None:
    found = [
        f"{file.path}:{node.lineno} {node.id}"
        for file in source_files()
        if file.path != TEXT_DOOR
        for node in file.nodes
        if isinstance(node, ast.Name) and node.id in BOXES
    ]
    assert not found, f"{TEXT_DOOR} has TextLabel"


def test_that_models_show_their_texts_letter_by_letter() -> None:
    found = [
        f"{file.path}:{node.lineno}"
        for file in source_files()
        for node in file.nodes
        if isinstance(node, ast.FunctionDef)
        and node.name in ("data", "headerData")
        and "role" in {argument.arg for argument in node.args.args}
        and "shown" not in map(ast.unparse, node.decorator_list)
    ]
    assert not found, f"{TEXT_DOOR} has the decorator `shown`"
