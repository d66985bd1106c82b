"""Files that nobody has vouched for: refused in one sentence, in 2 seconds of work and 200 MB, and no code is run."""

from __future__ import annotations

import io
import json
import os
import struct
import subprocess
from pathlib import Path

import numpy as np
import pytest

from helpers.export_inputs import Case, source_of
from helpers.malicious_files import all_files, put_places
from helpers.processes import command, environment
from mlp_gui.core.errors import UserError
from mlp_gui.engine.training.reports import EpochReport
from mlp_gui.export.common.safe_reading import json_object, npy_array, read_file
from mlp_gui.export.project.container import npy_of, pack
from mlp_gui.export.project.run_format import read_run, read_run_bytes, run_members
from mlp_gui.export.registry import formats
from mlp_gui.export.weights.csv_format import read_weights_zip
from mlp_gui.export.weights.json_format import read_json
from mlp_gui.export.weights.npz_format import read_npz
from mlp_gui.export.weights.safetensors_format import read_safetensors

SECONDS, MEGABYTES = 2.0, 200


def test_that_hostile_files_are_refused_quickly_in_little_memory(tmp_path: Path) -> None:
    files = all_files()
    (tmp_path / "files").mkdir()
    for name, data in files.items():
        (tmp_path / "files" / name).write_bytes(data)
    put_places(tmp_path / "files")
    names = sorted(os.listdir(tmp_path / "files"))
    done = subprocess.run(
        command("malicious_files"),
        cwd=tmp_path / "files",
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert sorted(name for name, *_ in found) == names
    for name, seconds, megabytes, said in found:
        assert said, f"{name} was not refused"
        assert said.count("\n") == 0
        assert len(said) < 500
        assert seconds < SECONDS, f"{name} took {seconds} s"
        assert megabytes < MEGABYTES, f"{name} took {megabytes} MB"
    assert sorted(os.listdir(tmp_path)) == ["files"]
    assert sorted(os.listdir(tmp_path / "files")) == names


READERS = {
    "npz": read_npz,
    "json": read_json,
    "safetensors": read_safetensors,
    "csv": read_weights_zip,
    "mlp": lambda data, where: read_run_bytes(data, where).model,
}


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory):
    return source_of(Case("one"), tmp_path_factory.mktemp("data"))


@pytest.mark.parametrize("name", READERS)
def test_that_damage_is_refused_or_harmless(name: str, source) -> None:
    """100 cuts and 500 flipped bytes: a sentence, or a model whose every number is finite and of the right shape."""
    data = formats.create(name).encode(source)
    rng = np.random.default_rng(3)
    damaged = [data[:end] for end in rng.choice(len(data), 100, replace=False)]
    for place in rng.choice(len(data), 500, replace=False):
        flipped = bytearray(data)
        flipped[place] ^= 1 << int(rng.integers(8))
        damaged.append(bytes(flipped))
    refused = 0
    for piece in damaged:
        try:
            model = READERS[name](piece, "f")
        except UserError:
            refused += 1
            continue
        assert model.network.sizes == source.model.network.sizes
        assert np.isfinite(model.network.theta).all()
    assert refused >= 100


def changed(source, path: str, value: object) -> bytes:
    """The JSON export with one entry replaced."""
    plain = json.loads(formats.create("json").encode(source))
    del plain["sha256"]  # as in files of earlier versions, so that the entry itself is looked at
    *parents, last = [int(part) if part.isdigit() else part for part in path.split("/")]
    place = plain
    for part in parents:
        place = place[part]
    place[last] = value
    return json.dumps(plain).encode()


WRONG = [
    ("version", 99), ("version", "1"), ("format", None), ("weights", []), ("weights/W1", [[1.0]]),
    ("weights/W1", "numbers"), ("weights/b1", [None] * 6), ("weights/b1", [True] * 6),
    ("network/sizes", [1, 2]), ("network", 3),
    ("pipeline/inputs", []), ("pipeline/inputs/0/scale", [0.0]), ("pipeline/inputs/0/encoding", "eval"),
    ("pipeline/inputs/1/fill", "word"), ("pipeline/task", "binary"), ("pipeline/task", "magic"),
    ("pipeline/class_names", ["a"]), ("pipeline/targets/0/scale", 0), ("check_rows/rows", [[1]]),
    ("check_rows/outputs", [[1.0]]), ("check_rows/rows/0/0", {"a": 1}), ("check_rows/columns", ["x"]),
    ("provenance", None), ("provenance/epoch", "5"), ("provenance/scores", {"training": {"mse": "x"}}),
    ("provenance/rows", {"training": "many"}), ("provenance/ledger", [1]), ("settings/run/network/dtype", "object"),
    ("settings/run/network/hidden/0/units", 100_000), ("settings/run/network/hidden/0/activation", {"name": "eval"}),
    ("settings/run/training/loss", {"name": "binary_crossentropy"}), ("settings", []),
]  # fmt: skip


@pytest.mark.parametrize(("path", "value"), WRONG, ids=[f"{path}={str(value)[:12]}" for path, value in WRONG])
def test_that_a_wrong_entry_is_refused_in_words(path: str, value: object, source) -> None:
    with pytest.raises(UserError) as caught:
        read_json(changed(source, path, value), "f.json")
    assert str(caught.value)


def test_that_a_changed_number_does_not_match_the_checksum(source) -> None:
    text = formats.create("json").encode(source)
    weight = json.loads(text)["weights"]["W1"][0][0]
    changed_text = text.replace(repr(weight).encode(), b"0.125", 1)
    assert changed_text != text
    with pytest.raises(UserError, match="checksum"):
        read_json(changed_text, "f.json")
    tensors = bytearray(formats.create("safetensors").encode(source))
    tensors[-3] ^= 1
    with pytest.raises(UserError, match="checksum"):
        read_safetensors(bytes(tensors), "f.safetensors")
    for name, read in (("json", read_json), ("safetensors", read_safetensors)):
        np.testing.assert_array_equal(
            read(formats.create(name).encode(source), "f").network.theta, source.model.network.theta
        )


def test_that_an_unchanged_entry_is_accepted(source) -> None:
    model = read_json(changed(source, "version", 1), "f.json")
    np.testing.assert_array_equal(model.network.theta, source.model.network.theta)
    assert model.pipeline.input_names == source.model.pipeline.input_names


def test_that_arrays_in_fortran_order_and_other_widths_are_read() -> None:
    for array in (np.asfortranarray(np.arange(6.0).reshape(2, 3)), np.arange(4, dtype=">f4"), np.arange(3, dtype="u1")):
        buffer = io.BytesIO()
        np.save(buffer, array)
        np.testing.assert_array_equal(npy_array(buffer.getvalue(), "f"), array)


def test_that_json_is_strict() -> None:
    assert json_object(b'{"a": [1, 2.5, "x", null, true]}', "f") == {"a": [1, 2.5, "x", None, True]}
    for bad in (b'{"a": 1, "a": 2}', b'{"a": Infinity}', b'{"a": -1e400}', b"3", b"{", b'{"a": "\\ud800"}'):
        with pytest.raises(UserError):
            json_object(bad, "f")


def test_that_a_file_that_is_too_large_or_absent_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 100)
    assert read_file(tmp_path / "a", 100) == b"x" * 100
    with pytest.raises(UserError, match="more than 99 bytes"):
        read_file(tmp_path / "a", 99)
    with pytest.raises(UserError, match="No such file"):
        read_file(tmp_path / "b")
    with pytest.raises(UserError, match="is not a file"):
        read_file(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_that_a_pipe_that_never_ends_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.npz")
    with pytest.raises(UserError, match="is not a file"):
        read_file(tmp_path / "pipe.npz")


@pytest.mark.parametrize("epochs", [[1, 1, 2], [3, 2, 1], [1, np.nan, 3], [0, 1, 2], [1.5, 2, 3], [1, 2, np.inf]])
def test_that_a_history_out_of_order_is_refused(epochs: list[float], source) -> None:
    members = {name: data for name, data in run_members(source).items() if name != "history.npy"}
    table = np.zeros((3, len(EpochReport._fields)))
    table[:, 0] = epochs
    with pytest.raises(UserError, match="not in order"):
        read_run_bytes(pack(members | {"history.npy": npy_of(table)}), "f.mlp")


def test_that_headers_of_other_writers_are_read() -> None:
    """The order of the entries and the blanks behind them are the writer's choice; version 2 has a longer length."""
    for head in (
        b"{'shape': (2,), 'fortran_order': False, 'descr': '<f8'}\n",
        b'{"descr":"<f8","fortran_order":False,"shape":(2,)}',
    ):
        for version, width in ((b"\x01\x00", "<H"), (b"\x02\x00", "<I")):
            data = b"\x93NUMPY" + version + struct.pack(width, len(head)) + head + np.array([1.5, -2]).tobytes()
            np.testing.assert_array_equal(npy_array(data, "f"), [1.5, -2])
    assert npy_array(npy_of(np.zeros((0, 3))), "f").shape == (0, 3)


def test_that_a_large_real_file_is_still_opened(source, tmp_path: Path) -> None:
    """What keeps out files that are larger than their members lets through a run with much inside."""
    members = run_members(source) | {"state/noise.npy": npy_of(np.random.default_rng(1).random(2_000_000))}
    (tmp_path / "run.mlp").write_bytes(pack(members))
    assert read_run(tmp_path / "run.mlp").model.network.sizes == source.model.network.sizes
