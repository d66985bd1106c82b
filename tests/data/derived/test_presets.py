"""Presets write declarations that can be read again, whatever the columns are called and somebody types."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from mlp_gui.core.errors import UserError
from mlp_gui.data.columns.profile import profile_frame
from mlp_gui.data.columns.table import Table
from mlp_gui.data.derived.derivation import as_declared
from mlp_gui.data.derived.parser import parse_formula
from mlp_gui.data.derived.presets import PRESETS, preset_texts, read_counts
from mlp_gui.data.derived_choices import split_declarations

NAMES = (
    "flow", "a b", "new\nline", "a`b", "``", '"q"', "'", "=1+1", "a=b", "a;b", "x\ty", "\u202ex", "\ud800", "\x00",
    "nan", "by", "order", "lag", "(", " lead", " trail ", "1", "\u0661", "L" * 400, "<b>", "%1", "{x}", "\u2028",
)  # fmt: skip


@pytest.mark.parametrize("function", [name for name, *_ in PRESETS])
def test_that_presets_of_hostile_names_are_read_back(function: str, rng: np.random.Generator) -> None:
    frame = pd.DataFrame({name: rng.integers(0, 9, 40) for name in NAMES})
    table = Table("t", None, frame, None, profile_frame(frame))
    for name in NAMES:
        texts = preset_texts(function, (name,), (1, 3) if function != "ewm" else (2,), name, name, NAMES)
        assert split_declarations("\n".join(texts)) == texts
        assert as_declared(table, {}, texts).n_columns == len(NAMES) + len(texts)


@pytest.mark.parametrize(
    "text", ["000000001" + "9" * 5_000, "1-" + "9" * 5_000, "1-999999999999", "\u00b2", "\u0663", "0", "-"]
)
def test_that_what_is_no_number_of_rows_is_refused(text: str) -> None:
    """Its first nine digits were looked at, and thousands read: a crash while somebody typed."""
    with pytest.raises(UserError, match="says no numbers of rows"):
        read_counts(text)


def test_that_a_refusal_quotes_a_long_word_in_part() -> None:
    with pytest.raises(UserError) as caught:
        parse_formula("x = lag `" + "y" * 1_900 + "`")
    assert len(str(caught.value)) < 400
