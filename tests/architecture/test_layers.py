"""The layers of the house and the order of the folders in each, read from the imports."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache

import pytest

from helpers.product import circles, import_graph, source_files

# A module imports only from its own layer and from layers with a smaller number.
LAYERS = {
    "core": 0,
    "plotmath": 1,
    "data": 2,
    "engine": 2,
    "model": 3,
    "presets": 3,
    "proposal_reasons": 4,
    "verdict": 4,
    "studies": 4,
    "export": 5,
    "session": 6,
    "views": 7,
    "app": 8,
    "cli": 8,
    "api": 9,
    "sklearn": 9,
    "__main__": 9,
}
# Inside a layer, each folder or module imports only from itself and from what stands before a `<` to its left.
ORDER = {
    "data": "dates < columns < derived < splits < leakage < csv, preprocessing < cells < suggest, table_search, readers"
    " < samples < open_table < derived_choices, predictions, reread, summary",
    "engine": "network, metrics < calibration, optimizers < training < lockstep, tracing, diagnostics, inspection,"
    " baselines",
    "verdict": "references, row_losses < judgement, paired < sentence, advice, score_intervals, subgroups < assessment",
    "studies": "search_config, search_space, folds, student_t < plan, race < study < train_job < together < executors"
    " < cluster, journal, summary, search, ensemble, final_run, fold_models < run_study, learning_curve",
    "export": "common < weights, tables, project, report, scripts < onnx, xlsx, page, notebook, training < registry",
    "session": "tasks, settings < data < training < timeline, project, evaluation < runs, elsewhere, inspector"
    " < lessons < session",
    "views": "theme < widgets, charts < forms < plots/evaluation, plots/inspection, plots/network, plots/training"
    " < plots < data/tables < data/pages, data/panel, inspector/panels, inspector/landscape < inspector"
    " < search < training < studies < shell",
    "app": "application, crash_handler, desktop, environment_checks, garbage_collector, interpreter_tuning, language,"
    " termination_signals, theme_controller < controllers/services < first_window, controllers/application,"
    " controllers/data, controllers/inspector, controllers/training < program < smoke_run < startup < main",
}
QT = ("PySide6", "pyqtgraph")
ALLOWED_QT = {"session": ("PySide6.QtCore",), "views": QT, "app": QT}


def layer_of(name: str) -> str:
    return (name + ".").split(".")[1]


@cache
def ranks(layer: str) -> dict[str, int]:
    groups = ORDER[layer].split("<")
    return {place.strip(): rank for rank, group in enumerate(groups) for place in group.split(",")}


def place_of(name: str) -> str:
    """The entry of the layer's order that a module belongs to."""
    path = "/".join(name.split(".")[2:])
    own = [place for place in ranks(layer_of(name)) if path == place or path.startswith(place + "/")]
    assert own, f"{name} stands nowhere in the order of its layer"
    return max(own, key=len)


def test_that_a_module_imports_only_from_its_own_layer_and_layers_below() -> None:
    broken = []
    for file in source_files():
        for name in import_graph()[file.name]:
            above = file.layer == "__init__" or LAYERS[layer_of(name)] >= LAYERS[file.layer]
            if layer_of(name) != file.layer and above:
                broken.append(f"{file.path} imports {name}")
    assert not broken


def test_that_a_folder_imports_only_what_stands_before_it_in_its_layer() -> None:
    broken = []
    for file in source_files():
        inside = {name for name in import_graph()[file.name] if layer_of(name) == file.layer}
        # A layer without an order is flat; its own page may name any of its modules.
        if inside and file.layer in ORDER and file.path != f"{file.layer}/__init__.py":
            own, rank = place_of(file.name), ranks(file.layer)
            for other in {place_of(name) for name in inside} - {own}:
                if rank[other] >= rank[own]:
                    broken.append(f"{file.path} ({own}) imports from {other}")
    assert not broken


def test_that_no_modules_import_each_other_in_a_circle() -> None:
    assert not circles(import_graph())


def test_that_qt_stays_above_its_line() -> None:
    broken = []
    for file in source_files():
        allowed = ALLOWED_QT.get(file.layer, ())
        broken += [
            f"{file.path}: {name}" for name in file.imports if name.startswith(QT) and not name.startswith(allowed)
        ]
    assert not broken


@pytest.mark.parametrize(
    "module", ["engine", "data.preprocessing.prepare", "model", "studies", "cli", "export", "plotmath", "api"]
)
def test_that_the_lower_layers_run_without_qt(module: str) -> None:
    code = (
        f"import sys, mlp_gui.{module}\n"
        "bad = [m for m in sys.modules if m.startswith(('PySide6', 'pyqtgraph', 'sklearn'))]\n"
        "sys.exit(', '.join(bad) or None)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("layer", ["engine", "plotmath"])
def test_that_what_calculates_needs_numpy_only(layer: str) -> None:
    imported = {name.split(".")[0] for file in source_files() if file.layer == layer for name in file.imports}
    assert not imported - {"numpy", "threadpoolctl", "mlp_gui"} - set(sys.stdlib_module_names)


def is_shown_text(node: ast.AST) -> bool:
    """Whether another object's symbol or equation, which are for display, is read anywhere inside."""
    found = (part for part in ast.walk(node) if isinstance(part, ast.Attribute))
    return any(part.attr in ("symbol", "equation") and ast.unparse(part.value) != "self" for part in found)


def branches_on_shown_text(node: ast.AST) -> bool:
    match node:
        case ast.Compare() | ast.Subscript(slice=ast.Attribute()):
            return is_shown_text(node)
        case ast.Match(subject=subject):
            return is_shown_text(subject)
        case ast.Call(func=ast.Attribute(attr="startswith" | "endswith" | "find" | "get" | "match" | "search")):
            return is_shown_text(node)
    return False


def test_that_nothing_branches_on_a_shown_symbol_or_equation() -> None:
    for code in ('op.symbol == "e"', '"←" in op.equation', 'tensor.symbol.startswith("W")', "KINDS[op.symbol]"):
        assert any(map(branches_on_shown_text, ast.walk(ast.parse(code)))), code
    assert not [
        f"{file.path}:{ast.unparse(node)}"
        for file in source_files()
        for node in file.nodes
        if branches_on_shown_text(node)
    ]
