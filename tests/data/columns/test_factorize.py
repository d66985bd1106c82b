"""Looking up texts piece by piece gives what looking them up at once gives."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from mlp_gui.data.columns import factorize
from mlp_gui.data.columns.factorize import category_codes, factorize_values, rank_texts


@pytest.fixture(autouse=True, params=[0, 500])
def _small_pieces(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Both ways: by pandas in small pieces, and by a dictionary where values are few."""
    monkeypatch.setattr(factorize, "PIECE", 7)
    monkeypatch.setattr(factorize, "FEW", request.param)


@pytest.fixture
def words(rng: np.random.Generator) -> pd.Series:
    found = rng.choice(np.array(["b", "a", "Ä", "10", "9", "", "zz"], dtype=object), 100)
    found[[0, 13, 50]] = np.nan
    return pd.Series(found, dtype="str")


def test_that_codes_and_order_of_appearance_are_those_of_the_whole(words) -> None:
    codes, unique = factorize_values(words.to_numpy(dtype=object))
    expected, whole = pd.factorize(words.to_numpy(dtype=object))
    assert codes.tolist() == expected.tolist()
    assert unique == whole.tolist()


def test_that_places_are_those_of_the_whole_and_missing_is_none(words) -> None:
    known = ("a", "zz", "10")
    found = category_codes(words, known)
    assert found.tolist() == [known.index(w) if w in known else -1 for w in words.tolist()]
    assert category_codes(words.iloc[:0], known).tolist() == []


def test_that_ranks_are_ordered_as_the_texts(words) -> None:
    present = words.dropna()
    order = sorted(set(present))
    assert rank_texts(present).tolist() == [order.index(w) for w in present]
