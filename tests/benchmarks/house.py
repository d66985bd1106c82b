"""Count the house: files, folders, circles, names and docstrings, for one checkout or for several side by side.

python tests/benchmarks/house.py [CHECKOUT ...]
"""

from __future__ import annotations

import ast
import statistics
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from helpers.product import Function, SourceFile, circles, import_graph, public_functions, source_files  # noqa: E402

DOCUMENTED_LAYERS = ("core", "plotmath", "data", "engine", "model", "presets", "export", "session")


def measure(checkout: Path) -> dict[str, str]:
    """Return each count of a checkout's product by its title."""
    package = checkout / "mlp_gui"
    files = [file for file in source_files(package) if not file.is_init]
    lines = [len(file.text.splitlines()) for file in files]
    folders = Counter(file.folder for file in files)
    graph = import_graph(package)
    around = circles(graph)
    return {
        "product files, without __init__": str(len(files)),
        "folders": str(len(folders)),
        "files in the largest folder": "{1} ({0})".format(*folders.most_common(1)[0]),
        "product lines": str(sum(len(file.text.splitlines()) for file in source_files(package))),
        "median lines": f"{statistics.median(lines):g}",
        "files under 50 lines": str(sum(count < 50 for count in lines)),
        "files over 300 lines": str(sum(count > 300 for count in lines)),
        "functions over 40 lines, without docstrings": str(len(_long_functions(files))),
        "circles of files (the largest)": _circles(around),
        "circles of folders (the largest)": _circles(circles(_folder_graph(package))),
        "files with imports for types only": str(sum("if TYPE_CHECKING:" in file.text for file in files)),
        "class names used twice": str(len(_repeated_classes(files))),
        "module names used twice in a layer": str(len(_repeated_modules(files))),
        **_docstrings("all", public_functions(files)),
        **_docstrings("below the views", public_functions(f for f in files if f.layer in DOCUMENTED_LAYERS)),
    }


def _circles(found: list[list[str]]) -> str:
    return f"{len(found)} ({max(map(len, found))})" if found else "0"


def _folder_graph(package: Path) -> dict[str, frozenset[str]]:
    """Folder to the folders that its modules import from.

    A module beside folders counts as a folder: it stands at a place of its own in the layer's order. The page of such a
    folder is left out, as it may name all of them.
    """
    files = source_files(package)
    with_folders = {parent.as_posix() for file in files for parent in Path(file.folder).parents}
    folder_of = {f.name: f.path if f.folder in with_folders else f.folder for f in files}
    pages = {f.name for f in files if f.is_init and f.folder in with_folders}
    graph: dict[str, set[str]] = {folder_of[name]: set() for name in folder_of.keys() - pages}
    for name in folder_of.keys() - pages:
        imported = import_graph(package)[name] - pages
        graph[folder_of[name]] |= {folder_of[other] for other in imported} - {folder_of[name]}
    return {folder: frozenset(others) for folder, others in graph.items()}


def _long_functions(files: list[SourceFile]) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    kinds = ast.FunctionDef | ast.AsyncFunctionDef
    functions = [node for file in files for node in file.nodes if isinstance(node, kinds)]
    return [node for node in functions if _lines(node) > 40]


def _lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count a function's lines without its docstring, as the rule about them does."""
    first = node.body[0]
    described = (first.end_lineno or 0) - first.lineno + 1 if ast.get_docstring(node) else 0
    return (node.end_lineno or 0) - node.lineno + 1 - described


def _repeated_classes(files: list[SourceFile]) -> list[str]:
    names = Counter(node.name for file in files for node in file.nodes if isinstance(node, ast.ClassDef))
    return [name for name, count in names.items() if count > 1]


def _repeated_modules(files: list[SourceFile]) -> list[tuple[str, str]]:
    names = Counter((file.layer, Path(file.path).stem) for file in files)
    return [name for name, count in names.items() if count > 1]


def _docstrings(where: str, functions: Iterable[Function]) -> dict[str, str]:
    written = [(function, ast.get_docstring(function.node)) for function in functions]
    documented = [(function, text) for function, text in written if text]
    several = [text for function, text in documented if len(function.parameters) > 1]
    sections = sum("Parameters\n----------" in text for text in several)
    return {
        f"public functions with a docstring, {where}": f"{len(documented) / len(written):.0%} of {len(written)}",
        f"of these with two parameters or more, with sections, {where}": f"{sections} of {len(several)}",
    }


def main(checkouts: list[str]) -> None:
    columns = [measure(Path(checkout)) for checkout in checkouts]
    titles = list(columns[0])
    widths = [max(map(len, titles)), *(max(map(len, column.values())) for column in columns)]
    for title in titles:
        cells = [title, *(column[title] for column in columns)]
        print(" | ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip())


if __name__ == "__main__":
    main(sys.argv[1:] or [str(ROOT)])
