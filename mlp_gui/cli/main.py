"""The commands of `mlp-gui`. Exit code 0: done; 2: refused, with one sentence that says what, where and what to do."""

from __future__ import annotations

import argparse
import errno
import io
import json
import math
import os
import sys
from contextlib import suppress
from typing import Any

import mlp_gui
from mlp_gui.cli import commands
from mlp_gui.cli.hand_ins import add_check_options
from mlp_gui.cli.interruption import Interruption, raising_on_signals
from mlp_gui.cli.options import FUNCTIONS, NAMED_KINDS, RULES, add_run_options
from mlp_gui.cli.part_options import add_part_options
from mlp_gui.cli.row_options import add_row_options
from mlp_gui.cli.study import add_plan_options
from mlp_gui.core.errors import UserError, memory_refusal
from mlp_gui.core.params import param_of
from mlp_gui.core.visible_text import NAME, visible
from mlp_gui.data.csv.dialect_detection import UNASKED_COLUMNS, TooManyColumnsError
from mlp_gui.data.derived.functions import FUNCTIONS as FORMULA_FUNCTIONS
from mlp_gui.data.open_table import describe_table_kinds
from mlp_gui.data.preprocessing.spec import DataSpec
from mlp_gui.presets import PRESETS

DONE, REFUSED = 0, 2


class _Parser(argparse.ArgumentParser):
    """Parser that refuses bad options as every other mistake is refused: one sentence, exit code 2."""

    def error(self, message: str) -> Any:
        raise UserError(f"{message[:1].upper()}{message[1:]}.", hint=f"See: {self.prog} --help")


def run(arguments: list[str]) -> int:
    """Run one command; prints its result, or the refusal."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # cp1252 of a redirected Windows console has no λ and no Ł
    code = DONE
    try:
        options = parser().parse_args(arguments)
        if options.command is None:
            parser().print_help()
            return DONE
        with raising_on_signals():
            result = getattr(commands, options.command)(options)
        code = result.code
        # Flushed here, where a closed pipe is caught, and not when the interpreter ends.
        print(_json(result.plain) if getattr(options, "json", False) else result.text, flush=True)
    except UserError as error:
        return _refuse(error, arguments)
    except Interruption as interruption:
        _say_last("Interrupted.")
        return interruption.code
    except (MemoryError, RecursionError):
        return _refuse(memory_refusal(), arguments)
    except OSError as error:
        # The reader has gone, or with SIGHUP the terminal. The result is in its files.
        if error.errno not in (errno.EPIPE, errno.EIO):
            return _refuse(_unusable(error), arguments)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left is not written at exit either
    return code


def _refuse(error: UserError, arguments: list[str]) -> int:
    if isinstance(error, TooManyColumnsError):
        ways = " or ".join(f"--first-columns {way.first_columns}" for way in error.dialects)
        error = UserError(error.title, error.detail, f"Add {ways}.")
    if "--json" in arguments:  # the options themselves may be what is wrong
        print(_json({"error": {part: visible(said) for part, said in error.to_dict().items()}}))
    else:  # what it quotes may be endless, or move the cursor
        print(" ".join(visible(said) for said in error.to_dict().values() if said), file=sys.stderr)
    return REFUSED


def _unusable(error: OSError) -> UserError:
    """Say what the system refused where nobody has said it better."""
    name = visible(os.path.basename(str(error.filename or "")), NAME) or "A file"
    return UserError(f"{name} cannot be used.", f"{error.strerror or error}.", "Check the path and your rights there.")


def _say_last(word: str) -> None:
    """Write to stderr, which may have gone with the terminal."""
    with suppress(OSError):
        print(word, file=sys.stderr)


def _json(plain: dict[str, Any]) -> str:
    """Escapes letters where the output cannot take all of them."""
    takes_all = (sys.stdout.encoding or "").lower().startswith("utf")
    return json.dumps(_with_null(plain), ensure_ascii=not takes_all, allow_nan=False)


def _with_null(value: Any) -> Any:
    """Return what JSON can hold: no number is null there, such as a score that is not defined."""
    if isinstance(value, dict):
        return {key: _with_null(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_with_null(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def parser() -> argparse.ArgumentParser:
    """Build the parser of all commands and their options."""
    top = _Parser(prog="mlp-gui", description="Fit a neural network to a table, with or without a window.")
    top.add_argument("--version", action="version", version=f"mlp_gui {mlp_gui.__version__}")
    top.epilog = f"mlp-gui [FILE] opens the window; FILE is {describe_table_kinds()} or sample:NAME."
    kinds = top.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    inspect = kinds.add_parser("inspect", help="what the loader found in a table")
    inspect.add_argument("data", metavar="DATA", help=f"{describe_table_kinds()} or sample:NAME")
    _add_missing(inspect)
    _add_read_as(inspect)
    _add_derive(inspect)
    inspect.add_argument("--json", action="store_true", help="print one JSON object")
    _add_train(kinds.add_parser("train", help="train a network on a table"))
    study = kinds.add_parser("study", help="train many networks: other seeds, cross-validation, a learning curve")
    _add_training_setup(study)
    add_plan_options(study)
    predict = kinds.add_parser("predict", help="predict the rows of a table with a trained network")
    predict.add_argument("run", metavar="RUN.mlp")
    predict.add_argument("data", metavar="DATA")
    add_part_options(predict)
    _add_header_lines(predict)
    predict.add_argument("--out", required=True, metavar="FILE.csv")
    words = (
        "level of the intervals, or of the sets of classes, beside the predictions (default: as the run was trained)"
    )
    predict.add_argument("--interval", metavar="X", help=words)
    predict.add_argument("--json", action="store_true", help="print one JSON object")
    export = kinds.add_parser("export", help="write a trained network in another format")
    export.add_argument("run", metavar="RUN.mlp")
    export.add_argument("--format", required=True, metavar="|".join(commands.EXPORTABLE))
    export.add_argument("--out", required=True, metavar="FILE")
    export.add_argument("--json", action="store_true", help="print one JSON object")
    add_check_options(kinds.add_parser("check", help="check the work of a class against its class file"))
    samples = kinds.add_parser("samples", help="list the bundled data sets")
    samples.add_argument("--json", action="store_true", help="print one JSON object")
    return top


def _add_train(train: argparse.ArgumentParser) -> None:
    _add_training_setup(train)
    train.add_argument("--resume", metavar="RUN.mlp", help="go on where a saved run stands, to a larger --epochs, say")
    train.add_argument("--out", metavar="RUN.mlp", help="save the trained network")
    train.add_argument("--history", metavar="FILE.csv", help="save the losses of every epoch")
    train.add_argument("--by", metavar="A,B", help="score each category, month or quarter of these columns by itself")
    words = "save so often while it trains, too (default: 60; 0: at the end only). Signals save and end the training"
    train.add_argument("--every", metavar="SECONDS", help=words)
    train.add_argument("--json", action="store_true", help="print one JSON object")


def _add_training_setup(train: argparse.ArgumentParser) -> None:
    """Add what says how a network is trained on which columns."""
    data = f"{describe_table_kinds()} or sample:NAME; a preset brings its own"
    train.add_argument("data", metavar="DATA", nargs="?", help=data)
    train.add_argument("--target", metavar="A[,B]", help="the columns to predict")
    train.add_argument("--inputs", metavar="A,B", help="the columns to predict from; default: as suggested")
    train.add_argument("--weights", metavar="COLUMN", help="a column that says how much each row counts in the loss")
    _add_missing(train)
    _add_read_as(train)
    words = f"functions before the scaling, of {', '.join(FUNCTIONS)}: --transform flow=log1p,share=logit"
    train.add_argument("--transform", metavar="COLUMN=FUNCTION,...", help=words)
    words = "transformed targets whose predictions are means by the smearing correction of Duan: --smearing flow"
    train.add_argument("--smearing", metavar="TARGET,...", help=words)
    _add_derive(train)
    words = "forecast: the target is its value so many rows later: 1, or 1, by=station, order=date"
    train.add_argument("--horizon", metavar="ROWS", help=words)
    train.add_argument("--preset", choices=tuple(PRESETS), help="data, columns and settings of a known run")
    train.add_argument(
        "--config", metavar="FILE.json", help='settings as {"data": ..., "network": ..., "training": ...}'
    )
    train.add_argument("--task", metavar=_choices(DataSpec, "task"), help="default: as the target suggests")
    train.add_argument("--scale", metavar=_choices(DataSpec, "scaling"), help="scaling of the inputs")
    train.add_argument("--scale-target", metavar=_choices(DataSpec, "scale_target"), help="scaling of numeric targets")
    words = "beside its value, each number of 30 or more different values enters in so many pieces; 0 for none"
    train.add_argument("--pieces", metavar="N", help=words)
    train.add_argument("--fit-on", metavar=_choices(DataSpec, "fit_on"), help="rows that decide scaling and categories")
    add_row_options(train)
    train.add_argument("--hidden", metavar="10,5", help="units of the hidden layers; 0 for none")
    train.add_argument("--activation", metavar="NAME", help="of every hidden layer")
    train.add_argument("--momentum", metavar="X", help="momentum of the optimizer")
    train.add_argument("--seed", metavar="N", help="one seed for the split, the initial weights and the shuffling")
    add_run_options(train)


def _add_missing(command: argparse.ArgumentParser) -> None:
    words = "cells that mean no value, beside the usual ones: --missing=-999,-9999; in one column: --missing=a=-1"
    command.add_argument("--missing", metavar="A,B", help=words)
    add_part_options(command)
    _add_header_lines(command)


def _add_header_lines(command: argparse.ArgumentParser) -> None:
    lines = "what the lines of the header hold, names, units or skip: --header-lines names,units"
    command.add_argument("--header-lines", metavar="A,B", help=lines)
    words = f"read only the first N columns; more than {UNASKED_COLUMNS:,} are read when it says so; 0 reads all"
    command.add_argument("--first-columns", metavar="N", help=words)


def _add_read_as(command: argparse.ArgumentParser) -> None:
    words = f"what the cells of columns are, of {', '.join(NAMED_KINDS)}: --read-as zone=text,when=date"
    command.add_argument("--read-as", metavar="COLUMN=KIND,...", help=words)
    words = f"what a value below a limit such as <0.05 counts as, of {', '.join(RULES)}: --below-limit lead=half"
    command.add_argument("--below-limit", metavar="COLUMN=RULE,...", help=words)


def _add_derive(command: argparse.ArgumentParser) -> None:
    windows = ", ".join(name for name, f in FORMULA_FUNCTIONS.items() if f.is_window)
    others = ", ".join(name for name, f in FORMULA_FUNCTIONS.items() if not f.is_window)
    words = (
        "new columns, computed of others, one or several between semicolons: --derive 'rain_lag1 = lag(rain, 1)'; of "
        f"earlier rows, in file order or with by= and order=: {windows}; of one row: + - * / ^ < <= > >= == != {others}"
    )
    command.add_argument("--derive", metavar="NAME = FORMULA", action="append", help=words)


def _choices(config_class: type, name: str) -> str:
    return "|".join(choice for choice, _ in param_of(config_class, name).choices)
