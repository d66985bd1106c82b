"""A skewed table in the real window: one click transforms it, one undo takes that back, units stay."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from mlp_gui.session.training.phase import Phase


@pytest.fixture
def river(tmp_path: Path) -> Path:
    rng = np.random.default_rng(3)
    rain, soil = rng.gamma(0.7, 6, 240), rng.normal(20, 4, 240)
    flow = np.exp(0.3 * soil - 4 + 0.1 * rain + 0.4 * rng.normal(size=240))
    frame = pd.DataFrame({"rain": rain.round(3) + 0.001, "soil": soil.round(2), "flow": flow.round(4) + 0.001})
    frame.to_csv(tmp_path / "river.csv", index=False)
    return tmp_path / "river.csv"


def test_that_skewed_columns_are_transformed_by_a_click_and_shown_in_their_units(person, river) -> None:
    person.drop(person.window, river)
    person.wait_ready()
    session, notice = person.program.session, person.window.experiment.data.notes.skewed
    before = session.data.spec
    assert notice.isVisible()
    assert "flow" in notice.headline.text()
    assert "flow: skewness" in notice.details.text()
    assert notice.pictures.isVisible()
    assert notice.pictures.columns[0].name == "flow", "the target first, before and after"
    person.click(notice.buttons[0])
    person.wait_ready()
    assert not notice.isVisible()
    assert session.data.spec.column("flow").transform == "log"
    person.menu("Edit", "Undo")
    person.wait_ready()
    assert session.data.spec == before
    assert notice.isVisible()
    person.click(notice.buttons[0])
    person.wait_ready()
    session.run.step_epochs(2)
    person.wait_for(Phase.PAUSED)
    person.wait_idle()
    found = session.run.prediction_cache.predict_subset("test")
    rows = session.data.prepared.dataset.test.row_numbers
    np.testing.assert_allclose(found.true[:, 0], pd.read_csv(river)["flow"].to_numpy()[rows], rtol=1e-12)
    assert (found.predicted > 0).all(), "a power of e is never below 0"
