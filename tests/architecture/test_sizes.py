"""Files, functions and folders stay small enough to be known."""

from __future__ import annotations

import ast
from collections import Counter

from helpers.product import source_files

MOST_LINES = 300
MOST_LINES_OF_A_FUNCTION = 40
MOST_FILES_OF_A_FOLDER = 20
# A page of a folder that does more than say what the folder is.
REGISTERS = {"engine/__init__.py", "views/plots/__init__.py"}  # a family is whole, whichever module comes first
READ_AT_THE_START = {"__init__.py", "cli/__init__.py"}  # the version, and the commands: before anything is imported


def test_that_a_module_is_short() -> None:
    lengths = {file.path: len(file.text.splitlines()) for file in source_files()}
    assert not {path: lines for path, lines in lengths.items() if lines > MOST_LINES}


def test_that_a_module_says_what_it_is() -> None:
    assert not [file.path for file in source_files() if not ast.get_docstring(file.tree)]


def test_that_functions_are_short() -> None:
    long = []
    for file in source_files():
        for node in file.nodes:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                # Without the docstring: it is read instead of the lines, and its sections are no reason to cut them.
                first = node.body[0]
                described = (first.end_lineno or 0) - first.lineno + 1 if ast.get_docstring(node) else 0
                lines = (node.end_lineno or 0) - node.lineno + 1 - described
                if lines > MOST_LINES_OF_A_FUNCTION:
                    long.append(f"{file.path}:{node.lineno} {node.name} has {lines} lines")
    assert not long


def test_that_a_folder_can_be_taken_in_at_a_glance() -> None:
    files = Counter(file.folder for file in source_files() if not file.is_init)
    assert not {folder: count for folder, count in files.items() if count > MOST_FILES_OF_A_FOLDER}


# They gather the names that other programs import.
PUBLIC = {"api/__init__.py", "sklearn/__init__.py"}


def test_that_the_page_of_a_folder_says_what_it_is_and_does_nothing_else() -> None:
    busy = {file.path for file in source_files() if file.is_init and len(file.tree.body) > 1}
    assert busy == REGISTERS | READ_AT_THE_START | PUBLIC
