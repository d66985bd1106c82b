"""The network as sheets of live formulas: what is typed into "Predict" runs through the layers to the answer.

    Predict    raw cells, one row each, and what the network answers
    Inputs     the encoded and scaled numbers
    Weights k  a line per unit: its bias, then a weight per input
    Layer k    weighted sums on the left, activations on the right; the last one is "Output"

An ensemble has these sheets for each network, "Layer 1 (2)" for the second one, and "Output" is the mean.

Constants stand in cells, since a formula keeps only 15 digits.
"""

from __future__ import annotations

from collections.abc import Mapping

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.data.preprocessing.encoders import FittedInput
from mlp_gui.engine.network.activations import Activation, Sigmoid
from mlp_gui.engine.network.ensemble import Ensemble
from mlp_gui.engine.network.network import Network
from mlp_gui.export.scripts.activation_code import activation_source, constants_of
from mlp_gui.export.scripts.transform_code import spreadsheet_back, spreadsheet_forward
from mlp_gui.export.scripts.transform_languages import KnotSpans
from mlp_gui.export.xlsx.layout import EXCEL_DAYS, FIRST, quoted
from mlp_gui.export.xlsx.smeared_outputs import SmearedOutputs
from mlp_gui.export.xlsx.workbook import BOLD, NOTE, Formula, Sheet, column_letters
from mlp_gui.model import TrainedModel


def inputs_sheet(model: TrainedModel, columns: Mapping[str, str], n_rows: int, knots: KnotSpans) -> Sheet:
    """Lay out the encoding: row 2 shift, 3 scale, 4 category or fill; then the scaled numbers.

    Parameters
    ----------
    model : TrainedModel
    columns : mapping of str to str
        Input column -> the sheet and the letters of its column, such as "Predict!C".
    n_rows : int
    knots : callable
        See `spreadsheet_forward`.
    """
    sheet, column = Sheet("Inputs", frozen_rows=FIRST - 1), 2
    for row, name in enumerate(("", "shift", "scale", "category, what fills a gap, or where a piece begins"), 1):
        sheet.put(1, row, name, NOTE)
    for fitted in model.pipeline.inputs:
        for j, name in enumerate(fitted.features):
            sheet.put(column, 1, name, BOLD)
            sheet.put(column, 2, fitted.shift[j])
            sheet.put(column, 3, fitted.scale[j])
            sheet.put(column, 4, _noted(fitted, j))
            own = column_letters(column)
            for row in range(FIRST, FIRST + n_rows):
                if 0 < j < len(fitted.edges):
                    raw = _piece(fitted, j, column_letters(column - j), row, f"{own}$4")
                else:
                    raw = _raw(fitted, j, f"{columns[fitted.name]}{row}", f"{own}$4", knots)
                sheet.put(column, row, Formula(f"({raw}-{own}$2)/{own}$3"))
            column += 1
    return sheet


def _noted(fitted: FittedInput, j: int) -> float | str | None:
    if fitted.encoding == "one_hot":
        return fitted.categories[j + fitted.single]
    if 0 < j < len(fitted.edges):
        return fitted.edges[j - 1]
    if fitted.fill is None or j == len(fitted.value_features):
        return None
    return float(fitted.fill) + (0 if fitted.encoding == "number" else EXCEL_DAYS)


def _piece(fitted: FittedInput, j: int, number: str, row: int, begin: str) -> str:
    """Write how much of the j-th piece, from 1, lies below the number, whose scaled cell is in another column."""
    value = f"{number}{row}*{number}$3+{number}$2"
    return f"MAX(0,MIN(1,({value}-{begin})/{fitted.edges[j] - fitted.edges[j - 1]!r}))"


def _raw(fitted: FittedInput, j: int, cell: str, noted: str, knots: KnotSpans) -> str:
    """Write the formula of the feature before scaling."""
    if fitted.encoding == "one_hot":
        gap = "NA()" if fitted.fill is None else str(int(fitted.categories[j + fitted.single] == fitted.fill))
        # Where the empty text is a category, only a cell that was never filled is a gap.
        is_gap = f"ISBLANK({cell})" if "" in fitted.categories else f'{cell}=""'
        # EXACT, because = takes "A" and "a" for the same.
        other = f"IF(EXACT({cell},{quoted(fitted.categories[0])}),0,NA())" if fitted.is_yes_no else "0"
        return f"IF({is_gap},{gap},IF(EXACT({cell},{noted}),1,{other}))"
    if j == len(fitted.value_features):
        return _unless_gap(fitted, cell, "0", "1")
    value = _unless_gap(fitted, cell, cell, "NA()" if fitted.fill is None else noted)
    if fitted.encoding == "number":
        return spreadsheet_forward(fitted.transformation, value, knots)
    if fitted.encoding == "days":
        return f"({value}-{EXCEL_DAYS})"
    # Whole seconds first, as the encoder does: rounding must not move a midnight to the day before.
    day = f"INT(ROUND({value}*86400,0)/86400)"
    first, following = f"DATE(YEAR({day}),1,1)", f"DATE(YEAR({day})+1,1,1)"
    of_year = f"({day}-{first}+MOD({value},1))/({following}-{first})"
    share = of_year if fitted.encoding != "hour_of_day" and j < 2 else f"MOD({value},1)"
    return f"{('SIN', 'COS')[j % 2]}(2*PI()*{share})"


def _unless_gap(fitted: FittedInput, cell: str, value: str, gap: str) -> str:
    """Write the formula of what a cell is while it holds a number that means one, and what it is else."""
    for marker in fitted.marker_numbers:
        value = f"IF({cell}={marker!r},{gap},{value})"
    return f"IF(ISNUMBER({cell}),{value},{gap})"


def layer_sheets(model: TrainedModel, n_rows: int, knots: KnotSpans) -> list[Sheet]:
    """Lay out Weights 1, Layer 1, ..., Weights n, Output.

    Parameters
    ----------
    model : TrainedModel
    n_rows : int
    knots : callable
        See `spreadsheet_forward`.

    Raises
    ------
    UserError
        For an activation that a spreadsheet lacks.
    """
    network = model.network
    if isinstance(network, Network):
        return _network_sheets(model, network, "", n_rows, knots)
    sheets = []
    for number, member in enumerate(network.members, 1):
        sheets += _network_sheets(model, member, f" ({number})", n_rows, knots)
    return [*sheets, _mean_sheet(model, network, n_rows, knots)]


def _network_sheets(model: TrainedModel, network: Network, mark_of: str, n_rows: int, knots: KnotSpans) -> list[Sheet]:
    """Lay out one network; in an ensemble the names of its sheets end with its number."""
    sheets, before = [], ("Inputs", 2)
    for k in range(network.n_layers):
        inputs, units, last = network.sizes[k], network.sizes[k + 1], k == network.n_layers - 1
        weights = _weights(model, network, k, mark_of)
        sheets.append(weights)
        layer = Sheet(("Output" if last else f"Layer {k + 1}") + mark_of, frozen_rows=FIRST - 1)
        left, right = column_letters(before[1]), column_letters(before[1] + inputs - 1)
        for j in range(units):
            layer.put(2 + j, 4, f"z {j + 1}", BOLD)
            layer.put(3 + units + j, 4, f"a {j + 1}", BOLD)
            line = f"$B${j + 2}:${column_letters(inputs + 1)}${j + 2}"
            for row in range(FIRST, FIRST + n_rows):
                total = f"SUMPRODUCT({before[0]}!${left}{row}:${right}{row},'{weights.name}'!{line})"
                layer.put(2 + j, row, Formula(f"{total}+'{weights.name}'!$A${j + 2}"))
        if last and mark_of and network.output == "identity":
            pass  # the mean is taken of the sums, before any unit is put back
        elif last:
            _outputs(layer, model, n_rows, knots)
        else:
            _activations(layer, network.activations[k], units, n_rows)
        sheets.append(layer)
        before = (f"'{layer.name}'", 3 + units)
    return sheets


def _mean_sheet(model: TrainedModel, network: Ensemble, n_rows: int, knots: KnotSpans) -> Sheet:
    """Lay out the mean of the networks' answers: their shares in column A, the mean on the left, answers on the right.

    What the members say are probabilities already; numbers still have to be put back into their units.
    """
    sheet, units = Sheet("Output", frozen_rows=FIRST - 1), network.sizes[-1]
    places = []
    for m, share in enumerate(network.shares):
        # Below the rows of the answers there is room for any number of shares.
        row = FIRST + n_rows + 2 + m
        sheet.put(1, row, share)
        places.append(f"$A${row}")
    sheet.put(1, FIRST + n_rows + 1, "what each network counts", NOTE)
    is_number = network.output == "identity"
    for j in range(units):
        answer = column_letters(2 + j if is_number else 3 + units + j)
        sheet.put(2 + j, 4, f"mean {j + 1}", BOLD)
        sheet.put(3 + units + j, 4, f"a {j + 1}", BOLD)
        for row in range(FIRST, FIRST + n_rows):
            terms = [f"{place}*'Output ({m})'!{answer}{row}" for m, place in enumerate(places, 1)]
            sheet.put(2 + j, row, Formula("+".join(terms)))
            if not is_number:
                sheet.put(3 + units + j, row, Formula(f"{column_letters(2 + j)}{row}"))
    if is_number:
        _outputs(sheet, model, n_rows, knots)
    return sheet


def _weights(model: TrainedModel, network: Network, k: int, mark_of: str) -> Sheet:
    sheet, matrix = Sheet(f"Weights {k + 1}{mark_of}", frozen_rows=1), network.matrices[k]
    sheet.put(1, 1, "bias", BOLD)
    names = model.pipeline.feature_names if k == 0 else [f"unit {i + 1}" for i in range(len(matrix) - 1)]
    for i, name in enumerate(names):
        sheet.put(2 + i, 1, name, BOLD)
    for j, column in enumerate(matrix.T.tolist()):
        for i, value in enumerate([column[-1], *column[:-1]]):
            sheet.put(1 + i, 2 + j, value)
    return sheet


def _activations(layer: Sheet, activation: Activation, units: int, n_rows: int) -> None:
    layer.put(1, 1, activation.label, NOTE)
    places: dict[str, str] = {}
    for row, (name, value) in enumerate(constants_of(activation).items(), 2):
        layer.put(1, row, value)
        places[name] = f"$A${row}"
    for j in range(units):
        for row in range(FIRST, FIRST + n_rows):
            z = f"{column_letters(2 + j)}{row}"
            layer.put(3 + units + j, row, Formula(_formula(activation, z=z, **places)))


def _formula(activation: Activation, **names: str) -> str:
    source = activation_source(activation, "spreadsheet", **names)
    if source is None:
        raise UserError(
            tr("A workbook cannot carry the activation {activation}.", activation=tr(activation.label)),
            hint=tr("Choose the Python script."),
        )
    return source


def _outputs(layer: Sheet, model: TrainedModel, n_rows: int, knots: KnotSpans) -> None:
    """Probabilities, or values in original units."""
    output, units = model.network.output, model.network.sizes[-1]
    start, end = column_letters(2), column_letters(1 + units)
    if output == "identity":
        _values(layer, model, n_rows, knots)
        return
    for j in range(units):
        for row in range(FIRST, FIRST + n_rows):
            z, span = f"{column_letters(2 + j)}{row}", f"${start}{row}:${end}{row}"
            terms = f"${column_letters(4 + 2 * units)}{row}:${column_letters(3 + 3 * units)}{row}"
            source = {
                "sigmoid": _formula(Sigmoid(), z=z),
                "softmax": f"{column_letters(4 + 2 * units + j)}{row}/SUM({terms})",
            }[output]
            layer.put(3 + units + j, row, Formula(source))
            if output == "softmax":
                # Minus the largest: EXP of more than 709 is an error.
                layer.put(4 + 2 * units + j, row, Formula(f"EXP({z}-MAX({span}))"))


def _values(layer: Sheet, model: TrainedModel, n_rows: int, knots: KnotSpans) -> None:
    """Values in original units with shift and scale in rows 2 and 3."""
    units = model.network.sizes[-1]
    smeared = SmearedOutputs(layer, 4 + 2 * units, n_rows, knots)
    for j, target in enumerate(model.pipeline.targets):
        own = column_letters(3 + units + j)
        layer.put(3 + units + j, 2, float(target.shift))
        layer.put(3 + units + j, 3, float(target.scale))
        rows = range(FIRST, FIRST + n_rows)
        values = [f"{column_letters(2 + j)}{row}*{own}$3+{own}$2" for row in rows]
        found = target.transformation
        if found.smearing:
            sources = smeared.put(found, values, f"a {j + 1}")
        else:
            sources = [spreadsheet_back(found, value, knots) for value in values]
        for row, source in zip(rows, sources, strict=True):
            layer.put(3 + units + j, row, Formula(source))


def answer_formulas(model: TrainedModel, row: int, at: int) -> list[tuple[int, str]]:
    """Write the answers on "Predict": values, or the class and the probabilities.

    Parameters
    ----------
    model : TrainedModel
    row : int
        From 1.
    at : int
        The first column of the answers.

    Returns
    -------
    list of (int, str)
        Column and formula.
    """
    units = model.network.sizes[-1]
    cells = [f"Output!{column_letters(3 + units + j)}{row}" for j in range(units)]
    if not model.pipeline.class_names:
        return [(at + j, cell) for j, cell in enumerate(cells)]
    shares = [f"1-{cells[0]}", cells[0]] if units == 1 else cells
    first, last = column_letters(at + 1), column_letters(at + len(shares))
    if units == 1:
        label = f"IF({cells[0]}>=0.5,${last}$3,${first}$3)"
    else:
        span = f"{first}{row}:{last}{row}"
        label = f"INDEX(${first}$3:${last}$3,MATCH(MAX({span}),{span},0))"
    return [(at, label), *((at + 1 + j, share) for j, share in enumerate(shares))]


def answer_headings(model: TrainedModel) -> list[str]:
    """Return the headings of the answers on "Predict"."""
    targets, classes = model.pipeline.target_names, model.pipeline.class_names
    heads = [f"predicted {name}" for name in targets]
    return heads if not classes else [heads[0], *(f"probability of {name}" for name in classes)]
