"""The session: what survives another reading of a table, and undo that the dataset follows."""

from __future__ import annotations

from mlp_gui.data.samples.loader import read_sample
from mlp_gui.data.suggest import suggest_spec
from mlp_gui.session.data.spec_adaptation import adapt_spec
from mlp_gui.session.session import Session


def test_that_targets_and_split_survive_another_reading() -> None:
    table = read_sample("busan_beach")
    before = suggest_spec(table, ("ecoli",))
    before = before.replace(scaling="minmax", split=before.split.replace(method="file_order"))
    after = adapt_spec(before, table)
    assert (after.targets, after.scaling, after.split.method) == (("ecoli",), "minmax", "file_order")
    fewer = read_sample("iris")
    assert adapt_spec(before, fewer).targets == ("species",), "a target that is gone is chosen anew"


def test_that_the_session_undoes_a_choice_and_the_dataset_follows(qtbot) -> None:
    session = Session()
    try:
        session.open("sample:iris")
        qtbot.waitUntil(lambda: session.run.dataset is not None)
        first = session.data.spec
        assert first is not None
        session.data.set_spec(first.with_columns(first.column("petal_width_cm").replace(role="ignored")))
        qtbot.waitUntil(lambda: not session.data.preparing)
        assert session.data.prepared.pipeline.input_names == ("sepal_length_cm", "sepal_width_cm", "petal_length_cm")
        session.data.undo()
        qtbot.waitUntil(lambda: not session.data.preparing)
        assert session.data.spec == first
        assert len(session.data.prepared.pipeline.input_names) == 4
        session.data.redo()
        qtbot.waitUntil(lambda: not session.data.preparing)
        assert len(session.data.prepared.pipeline.input_names) == 3
        session.open("sample:xor")
        qtbot.waitUntil(lambda: session.data.table.name == "xor")
        assert not session.data.history.past
    finally:
        session.close()
