"""A signal that nobody hears is dead, or it is there for those who build on this program; each says when it comes."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from typing import TypeGuard

from helpers.product import source_files

# Heard by nobody in the product, and kept: what a program that embeds a run listens to.
API_SIGNALS: set[str] = set()


def declared_signals() -> dict[str, list[str]]:
    """Name to the signals of that name, as "Class.name"."""
    found = defaultdict(list)
    for file in source_files():
        for owner in file.nodes:
            for node in owner.body if isinstance(owner, ast.ClassDef) else ():
                if isinstance(node, ast.Assign) and _is_signal(node.value):
                    for target in node.targets:
                        assert isinstance(target, ast.Name)
                        found[target.id].append(f"{owner.name}.{target.id}")
    return found


def _is_signal(node: ast.AST) -> TypeGuard[ast.Call]:
    return isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == "Signal"


def test_that_no_signal_carries_a_number_as_an_int_of_c() -> None:
    """One of 32 bits wraps without a word: a size in bytes, a count of rows or epochs, the number of a job."""
    found = [
        f"{file.path}:{node.lineno} {ast.unparse(node)}"
        for file in source_files()
        for node in file.nodes
        if _is_signal(node) and "int" in map(ast.unparse, node.args)
    ]
    assert not found, "Signal(object) carries a number of any size"


def test_that_a_call_in_a_later_turn_names_the_object_it_ends_with() -> None:
    """Without one it is also made when its widget is already gone, and ends in Qt's event loop with an exception."""
    found = [
        f"{file.path}:{node.lineno} {ast.unparse(node)}"
        for file in source_files()
        for node in file.nodes
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("QTimer.singleShot") and len(node.args) < 3
    ]
    assert not found, "QTimer.singleShot(milliseconds, context, slot)"


def heard_names() -> set[str]:
    """Attributes that are connected or handed to what connects them: neither emitted nor the end of a connection."""
    heard = set()
    for file in source_files():
        unheard = set()
        for node in file.nodes:
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                if node.func.attr in ("emit", "disconnect"):
                    unheard.add(id(node.func.value))
                if node.func.attr in ("connect", "disconnect"):
                    unheard |= {id(argument) for argument in node.args}
        for node in file.nodes:
            if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load) and id(node) not in unheard:
                heard.add(node.attr)
    return heard


def test_that_every_signal_is_heard_or_named_as_api() -> None:
    heard = heard_names()
    unheard = {signal for name, signals in declared_signals().items() if name not in heard for signal in signals}
    assert unheard == API_SIGNALS


def described_signals(docstring: str) -> set[str]:
    """Names in the section Signals of a docstring, each with or without its arguments."""
    section = re.search(r"^Signals\n-{7}\n(.*?)(?=^\w[\w ]*\n-{3,}\n|\Z)", docstring, re.MULTILINE | re.DOTALL)
    lines = section.group(1).splitlines() if section else []
    # Arguments may hold brackets of their own, as in "find_requested(str, (int, int), bool)".
    heads = [re.sub(r"\([^()]*(\([^()]*\)[^()]*)*\)", "", line) for line in lines if line and not line.startswith(" ")]
    return {name.strip() for head in heads for name in head.split(",")}


def test_that_a_public_class_describes_its_signals_and_no_others() -> None:
    found = []
    for file in source_files():
        for owner in file.nodes:
            if isinstance(owner, ast.ClassDef) and not owner.name.startswith("_"):
                assigned = [node for node in owner.body if isinstance(node, ast.Assign) and _is_signal(node.value)]
                declared = {ast.unparse(node.targets[0]) for node in assigned}
                public = {name for name in declared if not name.startswith("_")}
                described = described_signals(ast.get_docstring(owner) or "")
                if public and described != public:
                    found.append(f"{owner.name}: {sorted(described ^ public)}")
    assert not found
