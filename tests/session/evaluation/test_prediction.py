"""Predictions of another table, read as the training's was."""

from __future__ import annotations

import pandas as pd
import pytest

from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.session.evaluation.prediction import Predictor
from mlp_gui.session.session import Session


def test_that_another_table_is_read_as_the_trained_one_was_when_it_fits_only_so(qtbot, tmp_path, rng) -> None:
    frame = pd.DataFrame(rng.normal(50, 5, (40, 3)).round(3), columns=["51.250", "52.750", "49.125"])
    path, new = tmp_path / "a.csv", tmp_path / "b.csv"
    frame.to_csv(path, index=False)
    frame.head(5).to_csv(new, index=False)
    session = Session()
    try:
        session.read_again(str(path), Dialect(header=True))
        qtbot.waitUntil(lambda: session.run.displayed is not None)
        predictor = Predictor(session.data, session.run)
        predictor.open(str(new))
        qtbot.waitUntil(lambda: predictor.result is not None)
        answers = predictor.result
        assert answers.missing_inputs == ()
        assert answers.predictions == ("predicted 49.125",)
        assert answers.notes[0] == "It was read in the same way as the table of the training."
        pipeline = session.data.prepared.pipeline
        x, _ = pipeline.transform_frame(frame.head(5))
        expected = pipeline.to_original(session.run.prediction_cache.network.predict(x))[:, 0]
        assert answers.frame["predicted 49.125"].tolist() == pytest.approx(expected.tolist())
        predictor.close()
    finally:
        session.close()
