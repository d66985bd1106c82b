"""A file written for one test and read at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.data.columns.table import Table
from mlp_gui.data.csv.reader import read_table

Read = Callable[..., Table]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """read(text or bytes, name="a.csv", dialect=None) writes the file and returns its table."""

    def write_and_read(content: str | bytes, name: str = "a.csv", dialect: Dialect | None = None) -> Table:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read_table(path, dialect)

    return write_and_read
