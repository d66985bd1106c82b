"""Which private names of others a module reaches for."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from helpers.product import SourceFile

PUBLIC_WITH_UNDERSCORE = {"_fields", "_replace", "_asdict", "_make"}  # of named tuples, by Python's own documentation


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__") and name not in PUBLIC_WITH_UNDERSCORE


def private_names(file: SourceFile) -> Iterator[str]:
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
