"""A typed row of the microscope is made ready as the rows of the file are, gaps included."""

from __future__ import annotations

import numpy as np

from helpers.paths import TESTS
from mlp_gui.data.csv.reader import read_table
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.data.preprocessing.spec import SplitConfig
from mlp_gui.data.suggest import suggest_spec
from mlp_gui.session.inspector.typed_row import row_texts, typed_row

PASSENGERS = TESTS / "data" / "cases" / "gaps" / "passengers.csv"


def test_that_rows_of_the_table_typed_again_give_the_same_numbers():
    table = read_table(PASSENGERS)
    prepared = prepare(table, suggest_spec(table, ("y",)).replace(split=SplitConfig(method="file_order")))
    train = prepared.dataset.train
    for x, row in zip(train.x[:12], train.row_numbers[:12].tolist(), strict=True):
        np.testing.assert_allclose(typed_row(prepared, row_texts(prepared, row)).x[0], x, rtol=1e-9)
    assert train.x[:, prepared.pipeline.feature_names.index("age was empty")].any()
