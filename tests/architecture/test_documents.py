"""What the papers name is there: paths, classes with their members, and commands that a reader would copy."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from helpers.product import PACKAGE, source_files

ROOT = PACKAGE.parent
PAPERS = [ROOT / "README.md", PACKAGE / "ARCHITECTURE.md", ROOT / ".github" / "CONTRIBUTING.md"]
# Paths in examples of the reader's own files, and what is made by a command.
NOT_IN_THE_CHECKOUT = {"data/original", "state/", "runs/", ".venv/bin/mlp-gui", ".venv/bin/python"}


def code(paper: Path) -> list[str]:
    """Everything between single backquotes."""
    text = re.sub(r"^```.*?^```$", "", paper.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    return re.findall(r"`([^`\n]+)`", text)


def stands_for_a_file(path: str) -> bool:
    """Whether a path from the checkout, or a module's path from the package, exists."""
    return any((folder / (path + end)).exists() for folder in (ROOT, PACKAGE) for end in ("", ".py"))


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_that_every_path_in_a_paper_exists(paper: Path) -> None:
    named = {word for text in code(paper) for word in text.split() if re.fullmatch(r"\.?\w[\w./-]*/[\w./-]*", word)}
    assert named, "the paper names no path: the pattern above does not fit any more"
    assert not {path for path in named - NOT_IN_THE_CHECKOUT if not stands_for_a_file(path)}


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_that_every_link_in_a_paper_leads_somewhere(paper: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)", paper.read_text(encoding="utf-8"))
    assert not [link for link in links if "://" not in link and not (paper.parent / link).exists()]


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_that_every_member_in_a_paper_exists(paper: Path) -> None:
    members = members_of_classes()
    named = [re.fullmatch(r"([A-Z]\w*[a-z]\w*)\.(\w+)", text) for text in code(paper)]
    unknown = {m.group(0) for m in named if m and m.group(2) not in members.get(m.group(1), set())}
    assert not unknown


@cache
def members_of_classes() -> dict[str, set[str]]:
    classes = [node for file in source_files() for node in file.nodes if isinstance(node, ast.ClassDef)]
    return {node.name: _members(node) for node in classes}


def _members(owner: ast.ClassDef) -> set[str]:
    """Names that a class gives to its methods, signals and attributes."""
    found = set()
    for node in ast.walk(owner):
        if isinstance(node, ast.FunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Store):
            found.add(node.id if isinstance(node, ast.Name) else node.attr)
    return found
