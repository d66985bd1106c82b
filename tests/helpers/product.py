"""The product's source as syntax trees, and who imports whom: imports for types alone and inside functions included."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "mlp_gui"
TOP = PACKAGE.name


@dataclass(frozen=True, eq=False)
class SourceFile:
    """A module of the product. `path` is relative to the package, as in "engine/network/tape.py"."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """As `ast.walk` yields them, without the contexts of names, which each name knows; in a third of the time."""
        found: list[ast.AST] = [self.tree]
        for node in found:
            for name in node._fields:
                value = getattr(node, name, None)
                if isinstance(value, list):
                    found += [item for item in value if isinstance(item, ast.AST)]
                elif isinstance(value, ast.AST) and name != "ctx":
                    found.append(value)
        return tuple(found)

    @property
    def name(self) -> str:
        """Its dotted name, that of the folder for an `__init__`."""
        parts = [TOP, *Path(self.path).with_suffix("").parts]
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def layer(self) -> str:
        return Path(self.path).parts[0].removesuffix(".py")

    @property
    def folder(self) -> str:
        return Path(self.path).parent.as_posix()

    @property
    def is_init(self) -> bool:
        return self.path.endswith("__init__.py")

    @cached_property
    def imports(self) -> frozenset[str]:
        """Dotted names of all that it imports, wherever the import stands."""
        found = set()
        for node in self.nodes:
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                found |= {node.module or ""} | {f"{node.module}.{alias.name}" for alias in node.names}
        return frozenset(found)


def source_files(package: Path = PACKAGE) -> tuple[SourceFile, ...]:
    return _read(package)


@cache  # by the folder, whether it was named or not
def _read(package: Path) -> tuple[SourceFile, ...]:
    return tuple(
        SourceFile(file.relative_to(package).as_posix(), file.read_text(encoding="utf-8"))
        for file in sorted(package.rglob("*.py"))
    )


@cache
def import_graph(package: Path = PACKAGE) -> dict[str, frozenset[str]]:
    """Module to the modules of the product that it imports. `from package import module` imports the module."""
    names = {file.name for file in source_files(package)}
    graph = {}
    for file in source_files(package):
        found = {name for name in file.imports if name in names}
        packages = {name for name in found if any(other.startswith(name + ".") for other in found)}
        graph[file.name] = frozenset(found - packages - {file.name})
    return graph


def circles(graph: dict[str, frozenset[str]]) -> list[list[str]]:
    """Groups of nodes that reach each other, each group sorted."""
    reached = {node: _reach(graph, node) for node in graph}
    groups = {
        frozenset(other for other in reached[node] if node in reached.get(other, ())) | {node}
        for node in graph
        if node in reached[node]
    }
    return sorted(sorted(group) for group in groups)


def _reach(graph: dict[str, frozenset[str]], start: str) -> set[str]:
    reached: set[str] = set()
    waiting = list(graph[start])
    while waiting:
        node = waiting.pop()
        if node not in reached:
            reached.add(node)
            waiting += graph.get(node, ())
    return reached


@dataclass(frozen=True)
class Function:
    """A function or method with the classes it stands in."""

    file: SourceFile
    node: ast.FunctionDef | ast.AsyncFunctionDef
    owners: tuple[ast.ClassDef, ...]

    @property
    def title(self) -> str:
        return f"{self.file.path}:{self.node.lineno} {'.'.join([*(c.name for c in self.owners), self.node.name])}"

    @property
    def decorators(self) -> set[str]:
        return {ast.unparse(d).split("(")[0] for d in self.node.decorator_list}

    @property
    def parameters(self) -> list[str]:
        """All but self and cls."""
        a = self.node.args
        first = 1 if self.owners and "staticmethod" not in self.decorators else 0
        named = [x.arg for x in [*a.posonlyargs, *a.args]][first:]
        return named + [x.arg for x in a.kwonlyargs] + [x.arg for x in (a.vararg, a.kwarg) if x]


def public_functions(files: Iterable[SourceFile]) -> Iterator[Function]:
    """Functions and methods that another module may call: no underscore on the way to them."""

    def within(file: SourceFile, body: list[ast.stmt], owners: tuple[ast.ClassDef, ...]) -> Iterator[Function]:
        for node in body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                yield from within(file, node.body, (*owners, node))
            elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
                yield Function(file, node, owners)

    for file in files:
        yield from within(file, file.tree.body, ())
