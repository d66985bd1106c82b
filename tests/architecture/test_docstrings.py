"""Public functions below the views say what they do, verb first, and what they take, in numpydoc's sections.

Rules of form (blank lines, underlines, full stops) are ruff's: `D` in pyproject.toml.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from functools import cache
from pathlib import Path

from helpers.product import Function, public_functions, source_files

LAYERS = ("core", "plotmath", "data", "engine", "model", "presets", "export", "session")
# The first words of docstrings: imperative, and the field's. A new verb is added there.
VERBS = frozenset((Path(__file__).parent / "verbs.txt").read_text(encoding="utf-8").split())
SHARE_WITH_DOCSTRING = 0.9
# Findings that wait for a change that is under way; the numbers may only fall.
WAITING_VERBS = 9
WAITING_SECTIONS = 10


def functions() -> list[Function]:
    return list(public_functions(file for file in source_files() if file.layer in LAYERS))


def documented() -> list[tuple[Function, str]]:
    pairs = [(function, ast.get_docstring(function.node)) for function in functions()]
    return [(function, text) for function, text in pairs if text]


def is_attribute(function: Function) -> bool:
    """A property is read like an attribute, and described like one."""
    return any(name.split(".")[-1] in ("property", "cached_property") for name in function.decorators)


@cache
def classes() -> dict[str, ast.ClassDef]:
    return {node.name: node for file in source_files() for node in file.nodes if isinstance(node, ast.ClassDef)}


def inherits_docstring(function: Function) -> bool:
    """Whether a class of the product whose method it overrides describes that method."""
    waiting = list(function.owners[-1].bases) if function.owners else []
    while waiting:
        base = classes().get(ast.unparse(waiting.pop()).split("[")[0].split(".")[-1])
        for node in base.body if base else ():
            if isinstance(node, ast.FunctionDef) and node.name == function.node.name and ast.get_docstring(node):
                return True
        waiting += base.bases if base else ()
    return False


def test_that_nearly_every_public_function_has_a_docstring() -> None:
    all_of, with_docstring = Counter(), Counter()
    for function in functions():
        all_of[function.file.layer] += 1
        with_docstring[function.file.layer] += bool(ast.get_docstring(function.node)) or inherits_docstring(function)
    shares = {layer: with_docstring[layer] / all_of[layer] for layer in LAYERS}
    assert not {layer: share for layer, share in shares.items() if share < SHARE_WITH_DOCSTRING}


def test_that_a_docstring_begins_with_a_verb() -> None:
    found = [
        f"{function.title}: {text.splitlines()[0]}"
        for function, text in documented()
        if not is_attribute(function) and re.split(r"\W", text, maxsplit=1)[0] not in VERBS
    ]
    assert len(found) <= WAITING_VERBS, "\n".join(found)


def test_that_a_docstring_describes_two_parameters_and_more() -> None:
    found = []
    for function, text in documented():
        described = described_parameters(text)
        if unknown := described - set(function.parameters):
            found.append(f"{function.title}: there is no {sorted(unknown)}")
        elif len(function.parameters) > 1 and not described:
            found.append(f"{function.title}: no section of parameters")
    assert len(found) <= WAITING_SECTIONS, "\n".join(found)


def described_parameters(docstring: str) -> set[str]:
    """Names in the section Parameters of a docstring."""
    section = re.search(r"^Parameters\n-{10}\n(.*?)(?=^\w[\w ]*\n-{3,}\n|\Z)", docstring, re.MULTILINE | re.DOTALL)
    lines = section.group(1).splitlines() if section else []
    heads = [line.split(" : ")[0] for line in lines if line and not line.startswith(" ")]
    return {name.strip(" *") for head in heads for name in head.split(",")}
