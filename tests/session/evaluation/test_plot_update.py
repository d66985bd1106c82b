"""What a plot is told about the run that it shows."""

from __future__ import annotations

from mlp_gui.data.csv.reader import read_table
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.data.suggest import suggest_spec
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.session.evaluation.plot_update import RunContext


def test_that_columns_are_named_with_their_units(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("level,flow\nm,m3/s\n" + "".join(f"{i % 7}.5,{i * 3 % 11}.25\n" for i in range(40)))
    table = read_table(path)
    prepared = prepare(table, suggest_spec(table, ("flow",)))
    context = RunContext(prepared.dataset, prepared, RunConfig(), (1, 3, 1))
    assert context.with_unit("flow") == "flow [m3/s]"
    assert context.with_unit("other") == "other"
    assert RunContext(prepared.dataset, None, RunConfig(), (1, 3, 1)).with_unit("flow") == "flow"
