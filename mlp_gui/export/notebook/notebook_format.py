"""The run as a Jupyter notebook, written by this program itself: the network is inside, the table stays where it is.

Everything that comes from the data enters the code through `repr`, and Markdown with its signs escaped.
"""

from __future__ import annotations

import base64
from pprint import pformat

from mlp_gui.core.errors import UserError
from mlp_gui.core.resources import resource
from mlp_gui.core.translation import mark, tr
from mlp_gui.engine.network.ensemble import Ensemble
from mlp_gui.export.common.base import ExportFormat, ExportInput, formats
from mlp_gui.export.common.repetition import general_markers, repeat_settings, table_place
from mlp_gui.export.common.self_check import describe_verification, verify_model
from mlp_gui.export.notebook.notebook_file import Cell, code_of, encode_notebook, literal_markdown
from mlp_gui.export.project.run_format import MlpFormat, read_run_bytes
from mlp_gui.export.report.comparison import verdict_sentence_of

PARTS = ("begin", "load", "repeat", "compare", "curves", "scores", "answers")
LINE = 100  # letters of packed bytes
# What figures and tables of the notebook say.
LABELS = {
    "epoch": mark("Epoch"),
    "loss": mark("Loss"),
    "training": mark("training"),
    "validation": mark("validation"),
    "test": mark("test"),
    "observed": mark("Observed"),
    "predicted": mark("Predicted"),
    "saved": mark("saved"),
    "again": mark("again"),
    "rows": mark("rows"),
}


@formats.register("notebook", "Notebook (.ipynb)")
class NotebookFormat(ExportFormat):
    """The notebook needs this program as a library, and matplotlib."""

    suffix = ".ipynb"
    sentence = mark("A Jupyter notebook that loads the network, trains it again, and draws curves and scores.")

    def encode(self, source: ExportInput) -> bytes:
        """Return the notebook as JSON; UserError for the average of networks, which one training does not repeat."""
        if isinstance(source.model.network, Ensemble):
            raise UserError(
                tr("A notebook trains one network again, and this is the average of several."),
                hint=tr("Choose the Python script."),
            )
        return encode_notebook(_cells(source))

    def verify(self, data: bytes, source: ExportInput) -> str:
        """Check that every cell compiles, and compare the network that is read back to the last bit.

        Parameters
        ----------
        data : bytes
        source : ExportInput
        """
        code = code_of(data)
        try:
            trees = [compile(text, f"cell {k}", "exec") for k, text in enumerate(code, 1)]
        except SyntaxError as error:
            raise UserError(tr("The notebook would not run and was not saved."), str(error)) from error
        packed = code[1].partition('RUN = """')[2].partition('"""')[0]
        verify_model(read_run_bytes(base64.b64decode(packed), tr("The notebook")).model, source)
        return describe_verification(
            source.model, tr("read back from the notebook, of which {n} cells compile", n=len(trees))
        )


def _cells(source: ExportInput) -> list[Cell]:
    model = source.model
    values = {
        "TABLE": repr(table_place(source)),
        "MISSING": repr(list(general_markers(source))),
        "TARGETS": repr(list(model.pipeline.target_names)),
        "RUN": _packed(MlpFormat().encode(source)),
        "SETTINGS": pformat(repeat_settings(source), width=110, sort_dicts=False),
        "LABELS": pformat({name: tr(text) for name, text in LABELS.items()}, width=110, sort_dicts=False),
    }
    said = _sentences(source)
    cells = [Cell(said["begin"])]
    for name in PARTS:
        text = resource("export", f"notebook_{name}.py.txt").read_text(encoding="utf-8")
        for key, value in values.items():
            text = text.replace(f"@{key}@", value)
        if name != "begin" and name in said:
            cells.append(Cell(said[name]))
        cells.append(Cell(text, is_code=True, is_folded=name == "load"))
    return cells


def _sentences(source: ExportInput) -> dict[str, str]:
    """Return the Markdown before the parts that have some."""
    model = source.model
    title = tr("{targets} from {data}", targets=", ".join(model.pipeline.target_names), data=model.provenance["data"])
    verdict = literal_markdown(verdict_sentence_of(source))
    need = tr("It needs Python with this program as a library (`pip install` in its folder) and matplotlib.")
    what = tr("This notebook loads the trained network, trains it again from the table, and draws what came of it.")
    return {
        "begin": "\n\n".join(part for part in (f"# {literal_markdown(title)}", verdict, what, need) if part),
        "load": f"## {tr('The network')}\n\n" + tr("The next cell holds the saved run itself, as text."),
        "repeat": f"## {tr('The same run again')}\n\n"
        + tr("Change a setting below to see what it does. Unchanged, the run is repeated number by number."),
        "curves": f"## {tr('Learning curves')}",
        "scores": f"## {tr('Scores')}",
        "answers": f"## {tr('Predictions')}",
    }


def _packed(data: bytes) -> str:
    text = base64.b64encode(data).decode("ascii")
    return "\n".join(text[i : i + LINE] for i in range(0, len(text), LINE))
