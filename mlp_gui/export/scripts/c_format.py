"""The model as a C header: plain arrays and one function, with the encoding of raw cells inside.

Names from the data are string literals in which everything but plain letters and digits is an octal escape.
"""

from __future__ import annotations

import re
from typing import Any

import numpy as np

from mlp_gui.core.errors import UserError
from mlp_gui.core.resources import resource
from mlp_gui.core.translation import mark, tr
from mlp_gui.data.preprocessing.encoders import FittedInput
from mlp_gui.export.common.base import ExportFormat, ExportInput, formats
from mlp_gui.export.common.raw_columns import RawColumn
from mlp_gui.export.common.self_check import (
    comparison_scale,
    comparison_tolerance,
    describe_verification,
    rows_to_frame,
)
from mlp_gui.export.scripts.c_predict import network_marks, predict_code
from mlp_gui.export.scripts.c_promise import promise_code
from mlp_gui.export.scripts.transform_code import c_transformations
from mlp_gui.model import CheckRows, TrainedModel

ENCODINGS = {"number": 0, "days": 0, "one_hot": 1, "hour_of_day": 2, "day_of_year": 3, "day_and_hour": 4}
_CELLS = {"number": "a number", "one_hot": "the index of a category"}
_ARRAY = re.compile(r"static const (?:double|mlp_real|int|signed char) (mlp_\w+)\[\] = \{([^{}]*)\};")


@formats.register("c", "C header (.h)")
class CHeaderFormat(ExportFormat):
    """The header needs a C99 compiler and its math library, and allocates nothing."""

    suffix = ".h"
    sentence = mark("Plain arrays and one function in C99, for microcontrollers and other programs.")

    def encode(self, source: ExportInput) -> bytes:
        """Return the header as ASCII; UserError for an activation that C lacks."""
        model = source.model
        promised = promise_code(model)
        parts = [
            _head(model),
            _tables(model),
            c_transformations(model.pipeline, promised),
            _text("functions"),
            predict_code(model),
            promised,
            _test(model),
            "#endif",
        ]
        return ("\n\n".join(part.strip("\n") for part in parts if part) + "\n").encode("ascii")

    def verify(self, data: bytes, source: ExportInput) -> str:
        """Compare every number with the model's; the header holds a self-test for those who compile it.

        Parameters
        ----------
        data : bytes
        source : ExportInput
        """
        found = {m[1]: m[2] for m in _ARRAY.finditer(data.decode("ascii"))}
        model = source.model
        for name, expected in (_numbers(model) | _check_numbers(model)).items():
            words = found.get(name, "").replace("NAN", "nan").split(",")
            if not np.array_equal(np.array(words, expected.dtype), expected, equal_nan=expected.dtype.kind == "f"):
                raise UserError(
                    tr("The header would not hold the same numbers and was not saved."),
                    tr("{name} differs.", name=name),
                )
        return describe_verification(
            model, tr("every number read back and compared; the header says how to compile its self-test")
        )


def _text(name: str) -> str:
    return resource("export", f"{name}.h.txt").read_text(encoding="utf-8")


def c_string(text: str) -> str:
    """Return a C literal: every byte but letters, digits, blank and a few signs as an octal escape."""
    plain = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 _.,-=()"
    # Octal escapes end after three digits. Hexadecimal ones would go on into the letters that follow.
    data = text.encode("utf-8", "replace")
    return '"' + "".join(chr(byte) if byte in plain else f"\\{byte:03o}" for byte in data) + '"'


def _in_comment(text: str) -> str:
    """Return a formula as it can be read, which cannot end the comment that it stands in."""
    plain = "".join(sign if sign.isascii() and sign.isprintable() else c_string(sign)[1:-1] for sign in text)
    for ending in ("*/", "/*", "??"):
        plain = plain.replace(ending, " ".join(ending))
    return plain


def _head(model: TrainedModel) -> str:
    network, pipeline = model.network, model.pipeline
    single = network.theta.dtype == np.float32
    lines = ["/* A trained neural network. int mlp_predict(const double raw[MLP_INPUTS], double out[MLP_OUTPUTS])", ""]
    lines += ["   raw, in this order; NAN is a gap, dates are days since 1970-01-01, and -1 is an unknown category:"]
    formulas = {column.name: column.text for column in pipeline.derivation.declared}
    for i, fitted in enumerate(pipeline.inputs):
        what = _CELLS.get(fitted.encoding, "a date")
        unit = f", in {c_string(fitted.format.unit[:20])}" if fitted.format.unit else ""
        lines.append(f"   raw[{i}]: {what}, {c_string(fitted.name[:60])}{unit}")
        if fitted.name in formulas:
            lines.append(f"      derived; compute it before the call: {_in_comment(formulas[fitted.name])}")
    helpers = [text for name, text in formulas.items() if name not in pipeline.input_names]
    lines += [f"   A derived column that others need: {_in_comment(text)}" for text in helpers]
    lines.append(
        "   out: " + ("in original units" if not pipeline.class_names else _PROBABILITIES[network.sizes[-1] > 1])
    )
    lines += [f"   out[{k}]: {c_string(name[:60])}" for k, name in enumerate(_output_names(model))]
    lines += ["", "   Returns 0, or 1 (and NAN in out) if a cell is missing that nothing stands in for. */", ""]
    sizes = {
        "INPUTS": len(pipeline.inputs),
        "FEATURES": network.sizes[0],
        "MARKERS": sum(len(f.marker_numbers) for f in pipeline.inputs),
        "OUTPUTS": network.sizes[-1],
        "WIDEST": max(network.sizes),
    }
    lines += ["#ifndef MLP_MODEL_H", "#define MLP_MODEL_H", "", "#include <math.h>", ""]
    lines += [f"#define MLP_{name} {value}" for name, value in sizes.items()]
    return "\n".join([*lines, "", f"typedef {'float' if single else 'double'} mlp_real;"])


_PROBABILITIES = ("the probability of the second class", "the probability of each class")


def _output_names(model: TrainedModel) -> tuple[str, ...]:
    names = model.pipeline.class_names
    return model.pipeline.target_names if not names else names[1:] if len(names) == 2 else names


def _numbers(model: TrainedModel) -> dict[str, np.ndarray]:
    """Return every table of the header by its name."""
    network, pipeline = model.network, model.pipeline
    inputs = pipeline.inputs
    tables = {
        "mlp_encoding": np.array([ENCODINGS[f.encoding] for f in inputs], np.int32),
        "mlp_first": np.array([int(f.single) for f in inputs], np.int32),
        "mlp_yes_no": np.array([int(f.is_yes_no) for f in inputs], np.int32),
        "mlp_categories": np.array([len(f.categories) for f in inputs], np.int32),
        "mlp_marker_input": np.array([i for i, f in enumerate(inputs) for _ in f.marker_numbers] or [-1], np.int32),
        "mlp_marker": np.array([m for f in inputs for m in f.marker_numbers] or [0.0]),
        "mlp_pieces": np.array([max(0, len(f.edges) - 1) for f in inputs], np.int32),
        "mlp_edges": np.array([edge for f in inputs for edge in f.edges] or [0.0]),
        "mlp_flag": np.array([int(f.flag) for f in inputs], np.int32),
        "mlp_fill": np.array([_fill(f) for f in inputs]),
        "mlp_shift": np.array([v for f in inputs for v in f.shift]),
        "mlp_scale": np.array([v for f in inputs for v in f.scale]),
        "mlp_target_shift": pipeline.target_shift,
        "mlp_target_scale": pipeline.target_scale,
    }
    for mark_of, member in zip(network_marks(model), network.members, strict=True):
        for k in range(member.n_layers):
            tables[f"mlp_{mark_of}w{k + 1}"] = member.weights(k).ravel()
            tables[f"mlp_{mark_of}b{k + 1}"] = member.biases(k)
    return tables


def _fill(fitted: FittedInput) -> float:
    if fitted.fill is None:
        return float("nan")
    return _index(fitted, fitted.fill) if fitted.encoding == "one_hot" else float(fitted.fill)


def _index(fitted: FittedInput, word: Any) -> float:
    return float(fitted.categories.index(word)) if word in fitted.categories else -1.0


def _tables(model: TrainedModel) -> str:
    return "\n".join(_array(name, values) for name, values in _numbers(model).items())


def _array(name: str, values: np.ndarray) -> str:
    kind = "int" if values.dtype.kind == "i" else "mlp_real" if re.fullmatch(r"mlp_(m\d+_)?[wb]\d+", name) else "double"
    # repr keeps every digit; for 32 bit, of the double with the same value.
    words = [str(v) if kind == "int" else "NAN" if v != v else repr(v) for v in values.tolist()]
    lines = [", ".join(words[i : i + 6]) for i in range(0, len(words), 6)]
    return f"static const {kind} {name}[] = {{\n    " + ",\n    ".join(lines) + "\n};"


def numeric_cells(model: TrainedModel, rows: CheckRows) -> np.ndarray:
    """Return raw rows as the numbers that `mlp_predict` takes.

    Parameters
    ----------
    model : TrainedModel
    rows : CheckRows

    Returns
    -------
    ndarray of shape (n_rows, n_inputs)
        NaN for gaps; the index of a category, -1 for an unknown one; days since 1970-01-01 for dates. Derived columns
        are computed, since the header sees one row at a time.
    """
    columns, frame = [], model.pipeline.derivation.frame_with(rows_to_frame(rows.columns, rows.rows))
    for fitted in model.pipeline.inputs:
        cells = RawColumn(fitted.name, fitted).cells(frame[fitted.name])
        values = [_index(fitted, cell) if isinstance(cell, str) else np.nan if cell is None else cell for cell in cells]
        columns.append(values)
    return np.array(columns, float).T


def _check_numbers(model: TrainedModel) -> dict[str, np.ndarray]:
    cells, outputs = numeric_cells(model, model.checks), model.checks.outputs
    # The first rows have nothing before them: without an answer there is nothing to compare.
    answered = np.isfinite(outputs).all(axis=1)
    return {"mlp_check_rows": cells[answered].ravel(), "mlp_check_outputs": outputs[answered].ravel()}


def _test(model: TrainedModel) -> str:
    names = [_strings("mlp_input_names", model.pipeline.input_names)]
    names.append(_strings("mlp_category_names", [c for f in model.pipeline.inputs for c in f.categories] or [""]))
    names.append(_strings("mlp_output_names", _output_names(model)))
    numbers = _check_numbers(model)
    arrays = [f"#define MLP_CHECKS {len(numbers['mlp_check_outputs']) // model.network.sizes[-1]}"]
    arrays += [_array(name, values) for name, values in numbers.items()]
    return _text("test").format(
        names="\n".join(names),
        checks="\n".join(arrays),
        size=repr(comparison_scale(model, model.checks.outputs)),
        tolerance=repr(comparison_tolerance(model)),
    )


def _strings(name: str, texts: Any) -> str:
    return f"static const char *const {name}[] = {{\n    " + ",\n    ".join(c_string(t) for t in texts) + "\n};"
