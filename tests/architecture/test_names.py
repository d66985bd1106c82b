"""A name means one thing, and what is private stays at home."""

from __future__ import annotations

import ast
from collections import defaultdict

from helpers.private_names import private_names
from helpers.product import source_files

# Told apart by their folders, and never imported side by side.
SHARED_MODULE_NAMES = {("engine", "config")}
# Private names of other libraries that nothing public stands for.
NOTHING_PUBLIC = {
    ("app/main.py", "os._exit"),  # ends a process whose interpreter can no longer be trusted
    ("core/termination.py", "os._exit"),  # a signal came before there was any work, or ending in order does not end
    ("session/inspector/library_gradients.py", "model._backprop"),  # scikit-learn's gradient; a test sees a change
}


def test_that_a_class_name_stands_for_one_class() -> None:
    places = defaultdict(list)
    for file in source_files():
        for node in file.nodes:
            if isinstance(node, ast.ClassDef):
                places[node.name].append(f"{file.path}:{node.lineno}")
    assert not {name: found for name, found in places.items() if len(found) > 1}


def test_that_a_module_name_stands_for_one_module_of_its_layer() -> None:
    places = defaultdict(list)
    for file in source_files():
        if not file.is_init:
            places[file.layer, file.name.split(".")[-1]].append(file.path)
    assert {key for key, found in places.items() if len(found) > 1} <= SHARED_MODULE_NAMES


def test_that_no_module_reaches_for_what_is_private_to_another() -> None:
    reached = {(file.path, name) for file in source_files() for name in private_names(file)}
    assert reached == NOTHING_PUBLIC
