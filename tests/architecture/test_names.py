"""A name means one thing, and what is private stays at home."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator

from helpers.product import SourceFile, source_files

# Told apart by their folders, and never imported side by side.
SHARED_MODULE_NAMES = {("engine", "config")}
PUBLIC_WITH_UNDERSCORE = {"_fields", "_replace", "_asdict", "_make"}  # of named tuples, by Python's own documentation
# What waits for a change that is under way, or has a reason.
WAITING = {
    ("app/main.py", "os._exit"),  # ends a process whose interpreter can no longer be trusted; has no other name
    ("session/inspector/cross_check.py", "model._backprop"),
    ("session/lessons/expectations.py", "_merged"),
    ("session/lessons/player.py", "_merged"),
    ("session/timeline/time_machine.py", "run._take"),
    ("session/timeline/time_machine.py", "run._set_phase"),
    ("session/timeline/time_machine.py", "run._focus"),
    ("session/timeline/time_machine.py", "run._resting_phase"),
}


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__") and name not in PUBLIC_WITH_UNDERSCORE


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
    reached = {(file.path, name) for file in source_files() for name in _reached(file)}
    assert not reached - WAITING


def _reached(file: SourceFile) -> Iterator[str]:
    """Attributes and imported names with one underscore that are not this module's own."""
    own = _defined_in(file)
    for node in file.nodes:
        if isinstance(node, ast.Attribute) and is_private(node.attr):
            if node.attr not in own and not _is_itself(node.value):
                yield ast.unparse(node)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("mlp_gui"):
            yield from (alias.name for alias in node.names if is_private(alias.name))


def _is_itself(node: ast.expr) -> bool:
    """self, cls or super()."""
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id == "super"
    return isinstance(node, ast.Name) and node.id in ("self", "cls")


def _defined_in(file: SourceFile) -> set[str]:
    """Names that this module gives to functions, classes, variables and attributes of its own objects."""
    own = set()
    for node in file.nodes:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            own.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            own.add(node.id)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and _is_itself(node.value):
            own.add(node.attr)
    return own
