"""The bundled samples open with their target and task, and generated ones are always the same."""

from __future__ import annotations

import pytest

from mlp_gui.core.errors import UserError
from mlp_gui.data.open_table import open_table
from mlp_gui.data.samples.catalogue import sample, samples
from mlp_gui.data.samples.loader import read_sample, sample_spec


@pytest.mark.parametrize("found", samples(), ids=lambda s: s.name)
def test_that_every_sample_opens_with_its_target_and_task(found):
    table = open_table(f"sample:{found.name}")
    spec = sample_spec(found.name, table)
    assert spec.targets == found.targets
    assert spec.inputs
    assert not table.warnings
    assert found.title
    assert found.sentence.endswith(".")
    assert found.source


def test_that_generated_samples_are_always_the_same():
    assert read_sample("spirals").frame.equals(read_sample("spirals").frame)
    assert read_sample("xor").frame["x1"].iloc[0] == pytest.approx(float(read_sample("xor").frame["x1"].iloc[0]))


def test_that_who_changes_the_cells_of_a_sample_changes_nothing_for_the_next_reader():
    for name in ("iris", "xor"):
        mine, before = read_sample(name), read_sample(name)
        mine.frame.loc[0, mine.frame.columns[0]] = 99.0
        assert read_sample(name).frame.equals(before.frame)
        assert not read_sample(name).frame.equals(mine.frame)


def test_that_an_unknown_sample_lists_the_known_ones():
    with pytest.raises(UserError) as refused:
        sample("nothing")
    assert "busan_beach" in refused.value.hint
