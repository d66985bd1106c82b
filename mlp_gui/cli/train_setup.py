"""From the options of `train` to a prepared dataset and a configuration, in this order: preset, file, options."""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Mapping
from typing import Any

from mlp_gui.cli.options import (
    apply_run_options,
    column_markers,
    column_settings,
    derived_texts,
    missing_marker_dialect,
    parse_integer,
)
from mlp_gui.cli.part_options import chosen_part
from mlp_gui.cli.row_options import read_left_out, split_settings, with_column
from mlp_gui.core.errors import UserError
from mlp_gui.core.regular_file import read_settings_text
from mlp_gui.core.serialization import from_json, merge_settings, to_json
from mlp_gui.core.visible_text import NAME, visible
from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.data.columns.missing_markers import SEPARATOR, split_markers
from mlp_gui.data.columns.table import Table
from mlp_gui.data.derived.derivation import as_declared
from mlp_gui.data.derived.derived_column import parse_derived
from mlp_gui.data.derived_choices import with_derived, with_horizon
from mlp_gui.data.open_table import describe_table_kinds, open_table, open_with_header_lines, with_part
from mlp_gui.data.preprocessing.prepare import Prepared, prepare
from mlp_gui.data.preprocessing.spec import ColumnRole, ColumnSpec, DataSpec
from mlp_gui.data.reread import asked_of, read_as_asked_for
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.engine.training.lr_range_test import lr_range_test
from mlp_gui.presets import preset, propose_config, suggested_spec, with_fitting_loss, with_fitting_optimizer


def parse_column_names(text: str | None, table: Table) -> tuple[str, ...]:
    """Read the columns that an option names: `a,b`, or `"Q, m3/s",b` with or without its quotes.

    Parameters
    ----------
    text : str or None
    table : Table

    Raises
    ------
    UserError
        If the table has no such column.
    """
    if not text:
        return ()
    cells = next(csv.reader([text], skipinitialspace=True), [])
    names = tuple(dict.fromkeys(cell.strip() for cell in cells if cell.strip()))
    if not all(map(table.has, names)) and (joined := _joined(text.split(","), table)):
        return joined
    for name in names:
        table.field(name)  # refuses an unknown column by its name
    return names


def _joined(pieces: list[str], table: Table) -> tuple[str, ...]:
    """Find the columns whose names, joined by commas, are these pieces, the longest first; () when there are none."""
    for end in range(len(pieces), 0, -1):
        name = ",".join(pieces[:end]).strip()
        if table.has(name):
            rest = _joined(pieces[end:], table)
            if rest or end == len(pieces):
                return tuple(dict.fromkeys((name, *rest)))
    return ()


RATE = "run:training.learning_rate"


def prepare_training(
    options: argparse.Namespace, dialect: Dialect | None = None, settings: Mapping[str, Any] | None = None
) -> tuple[Prepared, RunConfig]:
    """Prepare the dataset to train on and the settings to train with.

    Parameters
    ----------
    options : Namespace
        Of the command `train`; `auto` as the learning rate is taken out of it.
    dialect : Dialect, optional
        How the table is written. Detected when omitted.
    settings : mapping, optional
        As a settings file holds them, in place of one.

    Raises
    ------
    UserError
        If an option is wrong, or no learning rate was found.
    """
    chosen = preset(options.preset) if options.preset else None
    source = options.data or (chosen.source if chosen else None)
    if source is None:
        hint = f"Name {describe_table_kinds()}, sample:NAME or --preset tutorial."
        raise UserError("There is nothing to train on.", hint=hint)
    settings = dict(_settings(options.config) if settings is None else settings)
    table = open_as_asked(source, options, dialect)
    named = parse_column_names(options.target, as_declared(table, {}, derived_texts(options)))
    targets = tuple(name for name in named if table.has(name))
    spec = chosen.spec_for(table) if chosen else suggested_spec(source, table, targets)
    spec = _with_data_options(spec, table, options, settings.get("data", {}))
    prepared = prepare(read_as_asked_for(table, spec), spec)
    proposed = chosen.config if chosen else propose_config(prepared.dataset)
    run_settings = {key: value for key, value in settings.items() if key != "data"}
    config = from_json(RunConfig, merge_settings(to_json(proposed), run_settings))
    if options.seed is not None:
        config = _seeded(config, options.seed)
    automatic = getattr(options, RATE) == "auto"
    if automatic:
        setattr(options, RATE, None)  # there is no number to apply
    config = with_fitting_optimizer(apply_run_options(config, options), proposed, proposed)
    if getattr(options, "run:training.loss") is None:
        config = with_fitting_loss(config, prepared.dataset.task)
    return prepared, _with_found_rate(config, prepared) if automatic else config


def open_as_asked(source: str, options: argparse.Namespace, dialect: Dialect | None = None) -> Table:
    """Open a table as `--missing`, `--header-lines`, `--first-columns`, `--read-as` and `--below-limit` say.

    Parameters
    ----------
    source : str
    options : Namespace
    dialect : Dialect, optional
        How the table is written. Detected when omitted.

    Raises
    ------
    UserError
        If an option is wrong, or the table has no such column.
    """
    kinds = column_settings(options)
    asked = asked_of(DataSpec(tuple(ColumnSpec(name).replace(**how) for name, how in kinds.items())))
    like, lines = missing_marker_dialect(options.missing), options.header_lines or ""
    like = with_first_columns(like, options.first_columns)
    if dialect is not None:
        dialect = with_first_columns(dialect, options.first_columns) or dialect
        dialect = dialect.replace(missing=like.missing if like else dialect.missing)
        table = open_table(source, dialect=dialect, formats=asked)
    else:
        table = open_with_header_lines(source, with_part(source, like, chosen_part(options)), lines, asked)
    for name in kinds.keys() - {parse_derived(text).name for text in derived_texts(options)}:
        table.field(name)  # refuses an unknown column by its name
    return table


def with_first_columns(dialect: Dialect | None, text: str | None) -> Dialect | None:
    """Return a dialect, or a new one, with what `--first-columns` says; itself without that option."""
    if text is None:
        return dialect
    return (dialect or Dialect()).replace(first_columns=parse_integer(text, "--first-columns"))


def _with_found_rate(config: RunConfig, prepared: Prepared) -> RunConfig:
    """Set the rate that a range test suggests; UserError when the loss falls at none."""
    found = lr_range_test(config, prepared.dataset)
    if found.suggestion is None:
        raise UserError("No learning rate was found.", found.sentence, "Name one with --learning-rate.")
    # One digit, as in the window: the test is not finer than that.
    return config.replace(training=config.training.replace(learning_rate=float(f"{found.suggestion:.0e}")))


def _settings(path: str | None) -> dict[str, Any]:
    if path is None:
        return {}
    where = f"The settings file {visible(path, 200)}"
    try:
        text = read_settings_text(path)
        plain = json.loads(text, object_pairs_hook=_each_once)
    except RecursionError as error:
        raise UserError(f"{where} cannot be read.", "It is nested too deeply.") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise UserError(f"{where} cannot be read.", reason) from error
    if not isinstance(plain, dict):
        raise UserError(f"{where} must hold one JSON object.")
    return plain


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f'The name "{visible(twice, NAME)}" stands there twice. Keep one of them.')
    return found


def _with_data_options(spec: DataSpec, table: Table, options: argparse.Namespace, settings: dict[str, Any]) -> DataSpec:
    names_columns = isinstance(settings, dict) and "columns" in settings  # other kinds are refused below
    suggested = spec.replace(pieces=0) if names_columns else spec  # as files leave it out
    plain = merge_settings(to_json(suggested), settings)
    given = {
        "task": options.task,
        "scaling": options.scale,
        "scale_target": options.scale_target,
        "fit_on": options.fit_on,
        "pieces": None if options.pieces is None else parse_integer(options.pieces, "--pieces"),
    }
    plain |= {name: value for name, value in given.items() if value is not None}
    plain["split"] = merge_settings(plain["split"], split_settings(options, plain["split"]))
    spec = from_json(DataSpec, plain)
    spec = with_derived(spec, *spec.derived, *derived_texts(options))
    table = as_declared(table, {}, spec.derived)
    spec = spec.with_columns(*(spec.column(name).replace(**how) for name, how in column_settings(options).items()))
    for name, markers in column_markers(options.missing, table).items():
        column = spec.column(name)
        spec = spec.with_columns(column.replace(markers=SEPARATOR.join((*split_markers(column.markers), *markers))))
    asked = None if options.split_period else options.split_method
    targets = parse_column_names(options.target, table)
    spec = spec.replace(split=with_column(spec.split, table, targets or spec.targets, asked))
    spec = spec.replace(left_out=(*spec.left_out, *read_left_out(options, table, spec)))
    inputs = parse_column_names(options.inputs, table)
    if inputs and not set(inputs) & set(spec.derived_names):  # what was derived is there to be learned from
        made = (name for name in spec.derived_names if spec.column(name).role == ColumnRole.INPUT)
        inputs += tuple(name for name in made if name not in targets)
    spec = spec.with_roles(inputs or None, targets or None) if targets or inputs else spec
    spec = _with_smearing(spec, parse_column_names(options.smearing, table))
    if options.horizon is not None:
        spec = with_horizon(spec, options.horizon, with_present=not inputs)
    _refuse_two_roles(options, inputs, spec)
    if options.weights is None:
        return spec
    table.field(options.weights)
    return spec.with_columns(spec.column(options.weights).replace(role=ColumnRole.WEIGHT, reason=""))


def _with_smearing(spec: DataSpec, names: tuple[str, ...]) -> DataSpec:
    for name in names:
        column = spec.column(name)
        if column.role != ColumnRole.TARGET or column.transform == "none":
            raise UserError(
                f"{visible(name, NAME)} in --smearing is no target with a transformation.",
                "The correction makes the mean of what is learned in another shape.",
                f"For example --transform {visible(name, NAME)}=log",
            )
    return spec.with_columns(*(spec.column(name).replace(smearing=True) for name in names))


def _refuse_two_roles(options: argparse.Namespace, inputs: tuple[str, ...], spec: DataSpec) -> None:
    """Raise UserError when an option gives a target, or the column that divides the rows, another role as well."""
    other = {"--inputs": inputs, "--weights": (options.weights,)}
    divider = spec.split.column if spec.split.method == "column" else None
    for option, names in other.items():
        for name in names:
            if name in spec.targets or (name is not None and name == divider):
                role = "is the target" if name in spec.targets else "divides the rows"
                raise UserError(f"The column {name} {role}.", hint=f"Leave it out of {option}, or choose another.")


def _seeded(config: RunConfig, text: str) -> RunConfig:
    seed = parse_integer(text, "--seed")
    return config.replace(network=config.network.replace(seed=seed), training=config.training.replace(seed=seed))
