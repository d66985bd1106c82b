"""The layers of the house, read from the imports: a module imports only from its own row's package and rows below."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "mlp_gui"
ROWS = {
    "core": 0,
    "plotmath": 0.5,
    "data": 1,
    "engine": 1,
    "model": 2,
    "presets": 2,
    "export": 3,
    "session": 4,
    "views": 5,
    "app": 6,
    "cli": 6,
    "__main__": 7,
}
QT = ("PySide6", "pyqtgraph")
ALLOWED_QT = {"session": ("PySide6.QtCore",), "views": QT, "app": QT, "__main__": ()}
MODULES = sorted(PACKAGE.rglob("*.py"))


def room(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(module: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: relative import"
            found |= {node.module or ""} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(PACKAGE)))
def test_that_a_module_imports_only_from_its_own_room_and_rows_below(module: Path) -> None:
    own = room(module)
    if own == "__init__":
        return
    for name in imports(module):
        parts = name.split(".")
        if parts[0] != "mlp_gui" or len(parts) == 1 or parts[1].startswith("__version"):
            continue
        other = parts[1]
        assert other == own or ROWS[other] < ROWS[own], f"{module.name} ({own}) must not import {name}"


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(PACKAGE)))
def test_that_qt_stays_above_its_line(module: Path) -> None:
    for name in imports(module):
        if name.startswith(QT):
            allowed = ALLOWED_QT.get(room(module), ())
            assert name.startswith(tuple(allowed)) if allowed else False, f"{module.name} must not import {name}"


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(PACKAGE)))
def test_that_every_room_is_small_enough_to_know(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 300, f"{module.name} is over 300 lines"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            length = (node.end_lineno or 0) - node.lineno + 1
            assert length <= 40, f"{module.name}:{node.lineno} {node.name} has {length} lines"
    if text.strip():
        assert ast.get_docstring(ast.parse(text)), f"{module.name} does not say what it is"


@pytest.mark.parametrize("room_name", ["engine", "data.preprocessing.prepare", "model", "cli", "export"])
def test_that_the_lower_rows_run_without_qt(room_name: str) -> None:
    code = (
        f"import sys, mlp_gui.{room_name}\n"
        "bad = [m for m in sys.modules if m.startswith(('PySide6', 'pyqtgraph', 'sklearn'))]\n"
        "sys.exit(', '.join(bad) or None)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_that_the_engine_needs_numpy_only() -> None:
    allowed = {"numpy", "threadpoolctl", "mlp_gui"} | set(sys.stdlib_module_names)
    for module in (PACKAGE / "engine").rglob("*.py"):
        foreign = {name.split(".")[0] for name in imports(module)} - allowed
        assert not foreign, f"{module.name} imports {foreign}"
