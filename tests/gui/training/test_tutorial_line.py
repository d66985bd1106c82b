"""The tutorial's commented line is one click, and its run stands beside the original."""

from __future__ import annotations

import numpy as np

from mlp_gui.core.subsets import Subset
from mlp_gui.session.training.phase import Phase


def test_that_the_commented_line_is_one_click_and_stands_beside_the_original(person):
    person.program.open_preset("tutorial")
    person.wait_ready()
    session, notice = person.program.session, person.window.experiment.data.notes.tutorial
    before = {name: set(s.row_numbers.tolist()) for name, s in session.data.prepared.dataset.subsets.items()}
    assert not notice.isVisible()
    session.run.train()
    person.wait_for(Phase.FINISHED)
    assert session.run.epoch == 103  # as the tutorial's own run ends
    person.wait(notice.isVisible)
    config, original = session.run.config, session.run.dataset
    person.click(notice.buttons[0])
    person.wait(lambda: not notice.isVisible())
    person.wait(lambda: session.run.dataset is not original and session.run.phase is Phase.FINISHED)
    assert len(session.run.dataset.train) == 151
    dataset = session.run.dataset
    after = {name: set(s.row_numbers.tolist()) for name, s in dataset.subsets.items()}
    assert after == {name: rows - {317} for name, rows in before.items()}
    flow = session.data.table.frame["tetx_coppml"]
    assert flow.idxmax() == 317
    logs = np.log(flow.drop(317).dropna().to_numpy())  # the tutorial scales over all rows
    rows = dataset.subsets[Subset.TRAINING].row_numbers
    expected = (np.log(flow.iloc[rows].to_numpy()) - logs.mean()) / logs.std()
    assert np.allclose(dataset.train.y[:, 0], expected, rtol=1e-12)
    assert session.run.config == config
    person.wait(lambda: len(session.runs.runs) == 2)  # the original stands beside it, which is kept a moment later
    assert not notice.isVisible()
    assert person.window.workspace.plot("runs").isVisible()
