"""Where the golden files are, and how what today's program gives is compared with them."""

from __future__ import annotations

import io
import json
import platform
import re
import zipfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from threadpoolctl import threadpool_info

FOLDER = Path(__file__).resolve().parent
PROJECTS = FOLDER / "projects"
# Another processor or BLAS sums in another order, which a few epochs carry into the last digits. On the machine that
# wrote the files every bit must be the same. Elsewhere: other kernels (OPENBLAS_CORETYPE) were seen to differ by 8e-12
# of a number, runs in 32 bit by 9e-8. A change of a formula is larger by orders of magnitude.
RTOL, ATOL = 1e-10, 1e-13
RTOL_32, ATOL_32 = 1e-5, 1e-7
_NUMBER = re.compile(r"-?\d+\.\d+(?:e[-+]?\d+)?|-?\d+e[-+]?\d+")


def machine() -> dict[str, Any]:
    """What decides on the last bit of a sum."""
    blas = sorted(f"{one['internal_api']} {one.get('architecture')} {one['version']}" for one in threadpool_info())
    found = np.show_config(mode="dicts")["SIMD Extensions"].get("found", [])
    return {"processor": platform.machine(), "numpy": np.__version__, "blas": blas, "simd": found}


@cache
def is_the_golden_machine() -> bool:
    return machine() == read_json("machine")


def read_json(name: str) -> Any:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def write_json(name: str, plain: Any) -> None:
    text = json.dumps(plain, ensure_ascii=False, indent=1, allow_nan=True)
    (FOLDER / f"{name}.json").write_text(text + "\n", encoding="utf-8")


def read_arrays(name: str) -> dict[str, np.ndarray]:
    with np.load(FOLDER / f"{name}.npz") as file:
        return dict(file.items())


def write_arrays(name: str, arrays: Mapping[str, np.ndarray]) -> None:
    np.savez_compressed(FOLDER / f"{name}.npz", **arrays)


def members_of(data: bytes) -> dict[str, bytes]:
    """The members of a zip by name: their times and their packing may differ, their contents must not."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(members: Mapping[str, bytes]) -> bytes:
    """The inverse, without the time of day."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED, 9)
    return buffer.getvalue()


def assert_numbers(found: np.ndarray, wanted: np.ndarray, where: str) -> None:
    """The same shape, type and numbers: bit for bit on the golden machine, else within the tolerance."""
    assert (found.shape, found.dtype) == (wanted.shape, wanted.dtype), where
    if wanted.dtype.kind != "f" or is_the_golden_machine():
        np.testing.assert_array_equal(found, wanted, err_msg=where)
    else:
        is_short = wanted.dtype == np.float32 or "float32" in where
        rtol, atol = (RTOL_32, ATOL_32) if is_short else (RTOL, ATOL)
        np.testing.assert_allclose(found, wanted, rtol=rtol, atol=atol, err_msg=where)


def assert_plain(found: Any, wanted: Any, where: str) -> None:
    """The same names (a later version may have more), texts and lists; numbers as in `assert_numbers`."""
    assert type(found) is type(wanted), f"{where}: {found!r} is not {wanted!r}"
    if isinstance(wanted, dict):
        # A later version may declare more settings; it may not lose, rename or move one.
        assert [name for name in found if name in wanted] == list(wanted), where
        for key, value in wanted.items():
            assert_plain(found[key], value, f"{where}.{key}")
    elif isinstance(wanted, list):
        assert len(found) == len(wanted), f"{where}: {found!r} is not {wanted!r}"
        for index, pair in enumerate(zip(found, wanted, strict=True)):
            assert_plain(*pair, f"{where}[{index}]")
    elif isinstance(wanted, float):
        assert_numbers(np.array(found), np.array(wanted), where)
    elif isinstance(wanted, str):
        assert_text(found, wanted, where)
    else:
        assert found == wanted, where


def assert_text(found: str, wanted: str, where: str) -> None:
    """The same letters; away from the golden machine, decimal fractions may differ in their last digits."""
    if found == wanted:
        return
    assert not is_the_golden_machine(), _difference(found, wanted, where)
    assert _NUMBER.sub("#", found) == _NUMBER.sub("#", wanted), _difference(found, wanted, where)
    numbers = [np.array([float(n) for n in _NUMBER.findall(text)]) for text in (found, wanted)]
    np.testing.assert_allclose(*numbers, rtol=RTOL, atol=ATOL, err_msg=where)


def _difference(found: str, wanted: str, where: str) -> str:
    at = next((i for i, (a, b) in enumerate(zip(found, wanted, strict=False)) if a != b), min(len(found), len(wanted)))
    start = max(0, at - 60)
    return f"{where}, letter {at}: {found[start : at + 60]!r} is not {wanted[start : at + 60]!r}"


def assert_members(found: Mapping[str, bytes], wanted: Mapping[str, bytes], where: str) -> None:
    """The same members in the same order; arrays by their numbers, JSON by its values, others by their text.

    Of the checksums in a manifest only the names count: another numpy may write an array with another header.
    """
    assert list(found) == list(wanted), where
    for name, data in wanted.items():
        assert_content(name, found[name], data, f"{where}: {name}")


def assert_content(name: str, found: bytes, wanted: bytes, where: str) -> None:
    if name.endswith(".npy"):
        pair = [np.load(io.BytesIO(data)) for data in (found, wanted)]
        assert_numbers(pair[0], pair[1], where)
    elif name == "manifest.json":
        plain = [json.loads(data) for data in (found, wanted)]
        assert_plain(*(one | {"sha256": list(one["sha256"])} for one in plain), where)
    elif name.endswith(".json"):
        assert_plain(json.loads(found), json.loads(wanted), where)
    elif found != wanted:
        texts = [data.decode("utf-8", "backslashreplace") for data in (found, wanted)]
        assert_text(texts[0], texts[1], where)
