"""Command-line options made from the declared parameters: a setting that is declared once has its option here."""

from __future__ import annotations

import argparse
import csv
import json
import shlex
from collections.abc import Iterator, Sequence
from typing import Any

from mlp_gui.core.errors import UserError
from mlp_gui.core.params import Config, Param, params_of
from mlp_gui.core.serialization import from_json, to_json
from mlp_gui.core.transformation import TRANSFORMS
from mlp_gui.data.columns.dialect import MISSING_MARKERS, Dialect
from mlp_gui.data.columns.missing_markers import split_markers
from mlp_gui.data.columns.remark import Remark
from mlp_gui.data.columns.table import Table
from mlp_gui.data.derived_choices import split_declarations
from mlp_gui.data.preprocessing.column_choices import BELOW_LIMIT, READ_AS
from mlp_gui.engine.training.config import RunConfig

NAMED_KINDS = ("text", "number", "date", "yes-no", "auto")
KINDS = {name: name for name, _ in READ_AS} | {
    "date": "datetime", "time": "datetime", "yes-no": "boolean", "yes_no": "boolean", "yesno": "boolean",
    "bool": "boolean", "category": "text", "numeric": "number",
}  # fmt: skip
RULES = {name: name for name, _ in BELOW_LIMIT}
FUNCTIONS = {name: name for name, _ in TRANSFORMS}
WHAT = {"kind": "of column", "rule": "for values below a limit", "function": "to transform a column"}
OWN = ("hidden", "seed")  # options that are written by hand in `main`


def add_run_options(parser: argparse.ArgumentParser) -> None:
    """Add one option for each parameter of a run, named after it."""
    for path, p in _walk(RunConfig, ()):
        if p.name in OWN:
            continue
        flag = "--" + (p.option or p.name).replace("_", "-")
        destination = "run:" + ".".join(path)  # no option that is written by hand has a colon
        more = "`auto` finds one." if p.name == "learning_rate" else ""
        # argparse would fill in a single % of its help.
        words = " ".join(part for part in (p.help, p.range_text(), more) if part).replace("%", "%%")
        if p.kind == "bool":
            parser.add_argument(flag, dest=destination, action=argparse.BooleanOptionalAction, help=words)
        else:
            parser.add_argument(flag, dest=destination, metavar=_metavar(p), help=words)


def _walk(config_class: type[Config], path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Param]]:
    for p in params_of(config_class):
        if p.kind == "group" and p.item is not None:
            yield from _walk(p.item, (*path, p.name))
        elif p.kind != "list":  # of the layers, --hidden and --activation take care
            yield (*path, p.name), p


def _metavar(p: Param) -> str:
    if p.kind == "choice":
        return "|".join(name for name, _ in p.choices)
    if p.kind == "member" and p.family is not None:
        return "NAME[:key=value,...]"
    return {"int": "N", "float": "X"}.get(p.kind, "TEXT")


def apply_run_options(config: RunConfig, arguments: argparse.Namespace) -> RunConfig:
    """Return the configuration with the options that were given.

    Parameters
    ----------
    config : RunConfig
    arguments : Namespace
        As `add_run_options` and `main` have it parsed.

    Raises
    ------
    UserError
        If a value is wrong; it names what is wrong with it.
    """
    plain = to_json(config)
    declared = {"run:" + ".".join(path): p for path, p in _walk(RunConfig, ())}
    for destination, text in vars(arguments).items():
        if destination not in declared or text is None:
            continue
        *groups, name = destination.removeprefix("run:").split(".")
        target = plain
        for group in groups:
            target = target.setdefault(group, {})  # files leave some out while they are as declared
        target[name] = text if isinstance(text, bool) else parse_option(declared[destination], text)
    _apply_momentum(plain, arguments)
    return from_json(RunConfig, _with_hidden(plain, arguments))


def _apply_momentum(plain: dict[str, Any], arguments: argparse.Namespace) -> None:
    """Give `--momentum` to the optimizer; plain SGD with momentum is the optimizer named so."""
    if arguments.momentum is None:
        return
    optimizer = plain["training"]["optimizer"]
    if optimizer["name"] == "sgd" or getattr(arguments, "run:training.optimizer") is None:
        optimizer = {"name": "momentum"}
    optimizer["momentum"] = parse_number(arguments.momentum, "--momentum")
    plain["training"]["optimizer"] = optimizer


def _with_hidden(plain: dict[str, Any], arguments: argparse.Namespace) -> dict[str, Any]:
    network = plain["network"]
    if arguments.hidden is not None:
        words = [] if arguments.hidden.strip() in ("", "0", "none") else arguments.hidden.split(",")
        activation = network["hidden"][0]["activation"] if network["hidden"] else {"name": "tanh"}
        network["hidden"] = [
            {"units": parse_integer(word, "--hidden"), "activation": activation | _activation(arguments)}
            for word in words
        ]
    elif arguments.activation is not None:
        network["hidden"] = [layer | {"activation": _activation(arguments)} for layer in network["hidden"]]
    return plain


def _activation(arguments: argparse.Namespace) -> dict[str, Any]:
    return {} if arguments.activation is None else parse_member(arguments.activation)


def parse_option(p: Param, text: str) -> Any:
    """Read the text of an option as plain data of the declared kind.

    Parameters
    ----------
    p : Param
    text : str

    Raises
    ------
    UserError
        If it is not of that kind.
    """
    if p.kind == "member":
        return parse_member(text)
    if p.optional and text.lower() == "none":
        return None
    if p.kind == "int":
        return parse_integer(text, p.label)
    if p.kind == "float":
        return parse_number(text, p.label)
    return text


def parse_member(text: str) -> dict[str, Any]:
    """Read `adam:beta_1=0.95,beta_2=0.99` as plain data."""
    name, _, settings = text.partition(":")
    plain: dict[str, Any] = {"name": name}
    for setting in filter(None, settings.split(",")):
        key, equals, value = setting.partition("=")
        if not equals:
            raise UserError(f"{setting!r} in {text!r} is not key=value.")
        try:
            plain[key.strip()] = json.loads(value)
        except ValueError:
            plain[key.strip()] = value  # a bare word
    return plain


def missing_marker_dialect(text: str | None) -> Dialect | None:
    """Make a dialect of `--missing=-999,-9999`: cells that mean no value, beside the usual ones; None without any."""
    markers = tuple(word for word in _words(text) if "=" not in word)
    return Dialect(missing=(*MISSING_MARKERS, *markers)) if markers else None


def column_markers(text: str | None, table: Table) -> dict[str, tuple[str, ...]]:
    """Find what `--missing=DEWP=9999.9,PRCP=99.99` says of single columns.

    Parameters
    ----------
    text : str or None
    table : Table

    Raises
    ------
    UserError
        If the table has no such column.
    """
    found: dict[str, tuple[str, ...]] = {}
    for word in _words(text):
        name, equals, marker = (part.strip() for part in word.rpartition("="))  # the name may hold a =
        if equals:
            table.field(name)  # refuses an unknown column by its name
            found[name] = (*found.get(name, ()), marker)
    return found


def _words(text: str | None) -> list[str]:
    """Split a list in which quotes protect a comma."""
    cells = next(csv.reader([text or ""], skipinitialspace=True), [])
    return [cell.strip() for cell in cells if cell.strip()]


def option_for_remarks(remarks: Sequence[Remark]) -> tuple[str, ...]:
    """Return the sentences that say with which options the ways out of remarks are taken."""
    words = [
        f"{remark.column}={marker}"
        for remark in remarks
        for way in remark.ways_out
        if way.setting == "markers"
        for marker in split_markers(way.value)
    ]
    kinds = {r.column: way.value for r in remarks for way in r.ways_out[:1] if way.setting == "read_as"}
    pairs = ",".join(_protected(f"{name}={kind}") for name, kind in kinds.items())
    said = [f"To read otherwise: --read-as {shlex.quote(pairs)}"] if kinds else []
    if not words:
        return tuple(said)
    return (
        *said,
        f"To treat these numbers as missing: --missing={shlex.quote(','.join(map(_protected, words)))}",
    )


def _protected(word: str) -> str:
    return f'"{word}"' if "," in word else word


def column_settings(options: argparse.Namespace) -> dict[str, dict[str, str]]:
    """Return what `--read-as zone=text,when=date`, `--below-limit lead=half` and `--transform flow=log1p` say.

    Parameters
    ----------
    options : Namespace

    Returns
    -------
    dict of str to dict
        Column to what changes in its `ColumnSpec`.

    Raises
    ------
    UserError
        If a part is not COLUMN=KIND, or there is no such kind.
    """
    found: dict[str, dict[str, str]] = {}
    given = (
        ("read_as", options.read_as, KINDS, "kind", "--read-as zone=text"),
        ("below_limit", options.below_limit, RULES, "rule", "--below-limit lead=half"),
        ("transform", getattr(options, "transform", None), FUNCTIONS, "function", "--transform flow=log1p"),
    )
    for setting, text, choices, noun, example in given:
        for cell in _words(text):
            name, equals, choice = (part.strip() for part in cell.rpartition("="))  # the name may hold a =
            if not equals or not name:
                option = example.partition(" ")[0]
                raise UserError(f"{cell!r} in {option} is not COLUMN={noun.upper()}.", hint=f"For example {example}")
            if choice.lower() not in choices:
                named = ", ".join(NAMED_KINDS if choices is KINDS else choices)
                raise UserError(f"There is no {noun} {choice!r} {WHAT[noun]}.", hint=f"Choose one of: {named}.")
            found.setdefault(name, {})[setting] = choices[choice.lower()]
    return found


def derived_texts(options: argparse.Namespace) -> tuple[str, ...]:
    """Return the declarations of derived columns that `--derive` gives."""
    return tuple(text for given in options.derive or () for text in split_declarations(given))


def parse_number(text: str, label: str) -> float:
    """Read a number.

    Parameters
    ----------
    text : str
    label : str
        What the refusal calls it.

    Raises
    ------
    UserError
        If it is none.
    """
    try:
        return float(text)
    except ValueError:
        raise UserError(f"{label} cannot be {text!r}.", "It must be a number such as 0.01.") from None


def parse_integer(text: str, label: str) -> int:
    """Read a whole number.

    Parameters
    ----------
    text : str
    label : str
        What the refusal calls it.

    Raises
    ------
    UserError
        If it is a fraction or no number.
    """
    value = parse_number(text, label)
    if not value.is_integer():
        raise UserError(f"{label} cannot be {text!r}.", "It must be a whole number.")
    return int(value)
