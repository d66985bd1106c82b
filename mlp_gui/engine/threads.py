"""BLAS threads by network size: small matrix products are faster on one thread, large ones on all cores."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import pairwise

from threadpoolctl import ThreadpoolController

# Multiplications in a layer's largest product per batch from which a second thread pays (measured with OpenBLAS).
WORTH_ALL_CORES = 4_000_000


def threads_for(sizes: tuple[int, ...], batch_rows: int) -> int:
    """1 for a small network, else the number of cores."""
    largest = max(a * b for a, b in pairwise(sizes)) * batch_rows
    return (os.cpu_count() or 1) if largest >= WORTH_ALL_CORES else 1


@cache
def _blas() -> ThreadpoolController:
    return ThreadpoolController().select(user_api="blas")


@contextmanager
def blas_threads(count: int) -> Iterator[None]:
    """BLAS uses that many threads inside, and what it used before afterwards."""
    with _blas().limit(limits=count):
        yield
