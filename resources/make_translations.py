"""Collect every text that the program can say into the language files, and compile them for Qt.

    python resources/make_translations.py            update resources/translations/*.ts and *.qm
    python resources/make_translations.py --missing  list what has no translation yet

The .ts files are Qt Linguist's: a translator opens them there. A text that the program no longer says is dropped.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
# Where each function that takes words has them: positions, and names of keywords.
CALLS: dict[str, tuple[tuple[int, ...], tuple[str, ...]]] = {
    "tr": ((0,), ()),
    "mark": ((0,), ()),
    "param": ((1,), ("label", "help", "unit")),
    "register": ((1,), ("label",)),
    "Registry": ((0,), ()),
    "ActionSpec": ((2, 6), ("tip",)),
}
# A member of these families is explained by the first paragraph of its docstring.
EXPLAINED = {
    "activations",
    "hydrology",
    "initializers",
    "bias_initializers",
    "losses",
    "metrics",
    "optimizers",
    "schedules",
}


@dataclass
class Text:
    """One text of the program: `many` is the key of a counted one, `one` its singular."""

    source: str
    counted: bool = False
    one: str = ""
    places: list[str] = field(default_factory=list)


def collect(package: Path = ROOT / "mlp_gui") -> dict[str, Text]:
    """Every text in the package by its source, in the order of files and lines."""
    found: dict[str, Text] = {}
    for path in sorted(package.rglob("*.py")):
        for line, text in _texts(ast.parse(path.read_text(encoding="utf-8"))):
            known = found.setdefault(text.source, text)
            known.counted = known.counted or text.counted
            known.places.append(f"{path.relative_to(package.parent).as_posix()}:{line}")
    return found


def _texts(tree: ast.Module) -> Iterator[tuple[int, Text]]:
    nodes = list(ast.walk(tree))
    for member in (node for node in nodes if isinstance(node, ast.ClassDef)):
        # Ignored: _is_register has looked at the kind.
        families = {ast.unparse(d.func.value) for d in member.decorator_list if _is_register(d)}  # type: ignore[attr-defined]
        if families & EXPLAINED and (doc := ast.get_docstring(member)):
            yield member.lineno, Text(" ".join(doc.split("\n\n")[0].split()))
    for call in (node for node in nodes if isinstance(node, ast.Call)):
        name = getattr(call.func, "id", getattr(call.func, "attr", ""))
        if name == "tr_n":
            one, many = (_constant(argument) for argument in call.args[:2])
            yield call.lineno, Text(many, counted=True, one=one)
        if name in CALLS:
            positions, keywords = CALLS[name]
            given = [call.args[i] for i in positions if i < len(call.args)]
            given += [k.value for k in call.keywords if k.arg in keywords]
            yield from ((call.lineno, Text(text)) for a in given for text in _constants(a) if text)
            # choices=(("name", "Label"), ...)
            pairs = [k.value for k in call.keywords if k.arg == "choices" and isinstance(k.value, ast.Tuple)]
            for pair in (p for c in pairs for p in c.elts if isinstance(p, ast.Tuple) and len(p.elts) == 2):
                yield from ((call.lineno, Text(text)) for text in _constants(pair.elts[1]))


def _is_register(decorator: ast.expr) -> bool:
    call = isinstance(decorator, ast.Call) and isinstance(decorator.func, ast.Attribute)
    return call and decorator.func.attr == "register"  # type: ignore[attr-defined]  # a call of an attribute


def _constant(node: ast.expr) -> str:
    return next(_constants(node), "")


def _constants(node: ast.expr) -> Iterator[str]:
    """The literal texts of an argument; of `a if c else b`, both."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _constants(node.body)
        yield from _constants(node.orelse)


def translations(path: Path) -> dict[str, list[str]]:
    """What a language file says for each source: one text, or one for each plural form."""
    found = {}
    if path.exists():
        for message in ET.parse(path).getroot().iter("message"):
            source, translation = message.findtext("source") or "", message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            found[source] = forms if all(forms) else []
    return found


def write(path: Path, texts: dict[str, Text], said: dict[str, list[str]]) -> None:
    """Write the language file with every text, translated as far as it is.

    Texts stand in alphabetical order, so that moving code or adding a sentence elsewhere changes no other line.
    """
    root = ET.Element("TS", version="2.1", language=path.stem.rpartition("_")[2], sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = "mlp_gui"
    for text in sorted(texts.values(), key=lambda text: text.source):
        message = (
            ET.SubElement(context, "message", numerus="yes") if text.counted else ET.SubElement(context, "message")
        )
        ET.SubElement(message, "source").text = text.source
        forms = said.get(text.source) or []
        translation = (
            ET.SubElement(message, "translation") if forms else ET.SubElement(message, "translation", type="unfinished")
        )
        if text.counted:
            for form in [*forms, "", ""][:2]:
                ET.SubElement(translation, "numerusform").text = form
        else:
            translation.text = forms[0] if forms else ""
    ET.indent(root, " ")
    body = ET.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def compile_for_qt(path: Path) -> None:
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([str(tool), "-silent", "-nounfinished", str(path), "-qm", str(path.with_suffix(".qm"))], check=True)


def main() -> None:
    texts = collect()
    for path in sorted(FOLDER.glob("mlp_gui_*.ts")):
        said = translations(path)
        missing = [text for text in texts.values() if not said.get(text.source)]
        if "--missing" in sys.argv:
            print(*(f"{text.places[0]}: {text.source!r}" for text in missing), sep="\n")
        else:
            write(path, texts, said)
            compile_for_qt(path)
        print(f"{path.name}: {len(texts) - len(missing):,} of {len(texts):,} texts translated")


if __name__ == "__main__":
    main()
