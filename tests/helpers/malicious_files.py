"""Files made to hurt: bombs, lies about sizes, depth, code, damage. As a script: reads each and says what happened."""

from __future__ import annotations

import io
import json
import os
import pickle
import resource
import struct
import sys
import time
import warnings
import zipfile
from pathlib import Path

import numpy as np

from mlp_gui.core.errors import UserError
from mlp_gui.engine.network.activations import Tanh
from mlp_gui.engine.network.network import Network
from mlp_gui.export.project.container import pack
from mlp_gui.export.project.run_format import read_run
from mlp_gui.export.weights.importing import read_weights

BIG = 10**9


class Canary:
    """A pickle that touches a file when it is opened."""

    def __reduce__(self) -> tuple:
        return (open, ("CANARY", "w"))


def zipped(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def npy(shape: str = "(2, 3)", dtype: str = "'<f8'", content: bytes = b"\0" * 48) -> bytes:
    head = f"{{'descr': {dtype}, 'fortran_order': False, 'shape': {shape}}}".encode()
    head += b" " * (-(len(head) + 11) % 64) + b"\n"
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(head)) + head + content


def tensors(header: object, content: bytes = b"") -> bytes:
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return struct.pack("<Q", len(text)) + text + content


def entry(shape: list, first: int, last: int, kind: str = "F64") -> dict:
    return {"dtype": kind, "shape": shape, "data_offsets": [first, last]}


def stored(members: list[tuple[str, bytes]], method: int = zipfile.ZIP_STORED) -> bytes:
    """A zip in which a name may stand twice."""
    buffer = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w", method) as archive:
        warnings.simplefilter("ignore")
        for name, content in members:
            archive.writestr(name, content)
    return buffer.getvalue()


def patched(data: bytes, offset: int, value: bytes) -> bytes:
    """A zip of one member with a field of its entry in the table of contents replaced."""
    place = data.rindex(b"PK\x01\x02") + offset
    return data[:place] + value + data[place + len(value) :]


def overlapping(size: int, copies: int) -> bytes:
    """A zip whose table of contents names the same bytes again and again."""
    one = zipped({"a0000.npy": b"\0" * size})
    start = one.rindex(b"PK\x01\x02")
    head, end = one[start : one.rindex(b"PK\x05\x06")], one[one.rindex(b"PK\x05\x06") :]
    table = b"".join(head.replace(b"a0000", f"a{i:04}".encode()) for i in range(copies))
    end = end[:8] + struct.pack("<HHLL", copies, copies, len(table), start) + end[20:]
    return one[:start] + table + end


def of_arrays() -> dict[str, bytes]:
    """Arrays that are not what they seem to be."""
    pair = {"b1.npy": npy("(3,)", content=b"\0" * 24)}
    return {
        "absolute.npz": zipped({"/CANARY.npy": npy()}),
        "drive.npz": zipped({"C:\\CANARY.npy": npy()}),
        "twice.npz": stored([("W1.npy", npy()), ("W1.npy", npy())]),
        "objects.npz": zipped({"W1.npy": npy("(2, 3)", "'|O'", b"\0" * 48)} | pair),
        "wide.npz": zipped({"W1.npy": npy(f"({2**62}, 4)")} | pair),
        "none.npz": zipped({"W1.npy": npy(f"(0, {10**12})", content=b"")} | pair),
        "overflow.npz": zipped({"W1.npy": npy(f"(0, {10**30})", content=b"")} | pair),
        "complex.npz": zipped({"W1.npy": npy("(2, 3)", "'<c16'", b"\0" * 96)} | pair),
        "dates.npz": zipped({"W1.npy": npy("(2, 3)", "'<M8[s]'")} | pair),
        "swapped.npz": zipped({"W1.npy": npy("(2, 3)", "'>f8'", b"\x7f\xf8" + b"\0" * 46)} | pair),
        "header.npz": zipped({"W1.npy": npy("(((", content=b"")} | pair),
        "signs.npz": zipped({"W1.npy": npy("-" * 9_000 + "1")} | pair),
        "long.npz": zipped({"W1.npy": b"\x93NUMPY\x02\x00" + struct.pack("<L", 2**32 - 1) + b" " * 100}),
        "version.npz": zipped({"W1.npy": b"\x93NUMPY\x09\x00" + npy()[8:]}),
        "repeated.npz": overlapping(30_000_000, 1_000),
        "lie.npz": patched(zipped({"W1.npy": b"\0" * 60_000_000}), 24, struct.pack("<L", 48)),
        "locked.npz": patched(zipped({"W1.npy": npy()}), 8, b"\x01\x00"),
        "method.npz": patched(zipped({"W1.npy": npy()}), 10, b"\x63\x00"),
        "lzma.npz": patched(zipped({"W1.npy": npy() * 9}), 10, b"\x0e\x00"),
        "bzip2.npz": stored([("W1.npy", b"\0" * 49_000_000)], zipfile.ZIP_BZIP2),
        "none.safetensors": tensors({"W1": entry([0, 10**30], 0, 0)}),
        "truth.safetensors": tensors({"W1": entry([True, True], 0, 8)}, b"\0" * 8),
        "texts.safetensors": tensors({"W1": {"dtype": "F64", "shape": "ab", "data_offsets": "cd"}}),
    }


def of_texts() -> dict[str, bytes]:
    """Texts that are long, deep, doubled or not texts at all."""
    run = {"model.json": b'{"a": ' * 100_000, "history.npy": npy()}
    return {
        "layers.json": json.dumps({"coefs_": [[[1.0] * 3] * 2] * 50_000, "intercepts_": []}).encode(),
        "nested.json": b'{"coefs_": [' + b"[" * 400 + b"1" + b"]" * 400 + b"]}",
        "surrogate.json": b'{"\\ud800": 1, "W1": [[1]], "b1": [1]}',
        "whole.json": b'{"W1": [[1' + b"0" * 400 + b']], "b1": [1]}',
        "truth.json": b'{"W1": [[true, true, true], [true, true, true]], "b1": [1, 1, 1]}',
        "lines.zip": zipped({"layer_1.csv": b"1\n" * 24_000_000}),
        "returns.zip": zipped({"layer_1.csv": b"1\r" * 24_000_000}),
        "commas.zip": zipped({"layer_1.csv": b"," * 48_000_000}),
        "quoted.zip": zipped({"layer_1.csv": b'"' + b"1" * 40_000_000}),
        "nan.zip": zipped({"layer_1.csv": b"nan,1,1\n1,1,1\n1,1,1\n"}),
        "zero.zip": zipped({"layer_1.csv": b"1,\x00,1\n"}),
        "deep.zip": zipped({"layer_1.csv": b"1\n2\n", "model.json": b"[" * 1_000_000, "../layer_2.csv": b"1\n"}),
        "lines.csv": b"1\n" * 1_900_000,
        "garbage.mlp": b"\xa5" * 30_000_000,
        "deep_model.mlp": pack(run),
        "objects.mlp": pack({"model.json": b"{}", "W1.npy": npy("(1,)", "'|O'", pickle.dumps([Canary()]))}),
        "history.mlp": pack({"model.json": b"{}", "history.npy": npy(f"(0, {10**30})", content=b"")}),
        "lzma.mlp": patched(zipped({"manifest.json": b"{}" * 99}), 10, b"\x0e\x00"),
    }


def put_places(folder: Path) -> None:
    """What stands where a file is expected, and is none, or has no end, or is larger than it is."""
    (folder / "folder.npz").mkdir()
    os.mkfifo(folder / "pipe.npz")
    os.mkfifo(folder / "pipe.mlp")
    (folder / "endless.json").symlink_to("/dev/zero")
    (folder / "circle.npz").symlink_to("circle.npz")
    (folder / "nowhere.mlp").symlink_to("nothing")
    for name, size in (("hollow.mlp", 1_900_000_000), ("hollow.zip", 3_000_000_000)):
        with open(folder / name, "wb") as file:
            file.truncate(size)
    with open(folder / "padded.mlp", "wb") as file:
        end = zipped({"manifest.json": b"{}"})
        file.seek(1_900_000_000)
        file.write(end)


def all_files() -> dict[str, bytes]:
    """Name (its suffix chooses the reader) -> bytes."""
    return of_origins() | of_arrays() | of_texts()


def of_origins() -> dict[str, bytes]:
    """Bombs, lies and code, one for each reader."""
    zeros = b"\0" * 60_000_000
    manifest = b'{"format": "mlp_gui run", "version": 1, "sha256": {}}'
    return {
        "pickle.npz": zipped({"W1.npy": npy("(1,)", "'|O'", pickle.dumps([Canary()]))}),
        "claims.npz": zipped({"W1.npy": npy(f"({BIG}, {BIG})")}),
        "negative.npz": zipped({"W1.npy": npy("(-1, -6)")}),
        "dimensions.npz": zipped({"W1.npy": npy("(" + "1, " * 3_000 + ")")}),
        "code.npz": zipped({"W1.npy": npy("(open('CANARY', 'w'),)")}),
        "record.npz": zipped({"W1.npy": npy("(1,)", "[('a', '<f8')]", b"\0" * 8)}),
        "bomb.npz": zipped({"W1.npy": zeros}),
        "outside.npz": zipped({"../../CANARY": b"x"}),
        "many.npz": zipped({f"a{i}.npy": b"" for i in range(5_000)}),
        "nan.npz": zipped({"W1.npy": npy(content=b"\xff" * 48), "b1.npy": npy("(3,)", content=b"\0" * 24)}),
        "text.npz": zipped({"W1.npy": npy("()", "'<U4'", b"\0" * 16)}),
        "cut.npz": zipped({"W1.npy": npy()})[:60],
        "nothing.npz": b"",
        "nan.json": b'{"W1": [[NaN]], "b1": [1]}',
        "infinite.json": b'{"W1": [[1e999]], "b1": [1]}',
        "twice.json": b'{"W1": [[1]], "W1": [[2]], "b1": [1]}',
        "deep.json": b'{"W1": ' + b"[" * 100_000,
        "deeper.json": b"[" * 3_000_000,
        "objects.json": b'{"W1": [' + b"[]," * 1_000_000 + b"[]]}",
        "numbers.json": b'{"W1": [' + b"1," * 1_500_000 + b"1]}",
        "digits.json": b'{"W1": [[' + b"9" * 1_000_000 + b']], "b1": [1]}',
        "ragged.json": b'{"W1": [[1, 2], [3]], "b1": [1]}',
        "words.json": b'{"W1": [["a"]], "b1": [1]}',
        "list.json": b"[1, 2]",
        "bytes.json": b"\xff\xfe\x00",
        "length.safetensors": struct.pack("<Q", 2**63) + b"{}",
        "claims.safetensors": tensors({"W1": entry([BIG, BIG], 0, 8 * BIG * BIG)}),
        "overlap.safetensors": tensors({"W1": entry([1], 0, 8), "b1": entry([1], 0, 8)}, b"\0" * 8),
        "negative.safetensors": tensors({"W1": entry([-1, -1], 0, 8)}, b"\0" * 8),
        "floats.safetensors": tensors({"W1": entry([0.5, 2], 0, 8)}, b"\0" * 8),
        "rest.safetensors": tensors({"W1": entry([1], 0, 8)}, b"\0" * 80),
        "list.safetensors": tensors([]),
        "deep.safetensors": tensors(b"[" * 100_000),
        "strange.zip": zipped({"run.exe": b"MZ"}),
        "bomb.zip": zipped({"layer_1.csv": zeros}),
        "words.zip": zipped({"layer_1.csv": b"input,a\n=1+1,x\n"}),
        "gap.zip": zipped({"layer_2.csv": b"1\n2\n"}),
        "code.pkl": pickle.dumps(Canary()),
        "bomb.mlp": zipped({"manifest.json": manifest, "state/a.npy": zeros * 2}),
        "deep.mlp": zipped({"manifest.json": b"[" * 1_000_000}),
        "twice.mlp": zipped({"manifest.json": b'{"format": "mlp_gui run", "format": 1}'}),
        "nan.mlp": zipped({"manifest.json": b'{"format": NaN}'}),
        "version.mlp": zipped({"manifest.json": b'{"format": "mlp_gui run", "version": 99}'}),
        "outside.mlp": zipped({"../../CANARY": b"x"}),
    }


def peak(anew: bool = False) -> int:
    """The most memory that was taken so far, in KB; anew: forget what was before, where the system can."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    if anew:
        Path("/proc/self/clear_refs").write_text("5")
    return int(status.read_text().split("VmHWM:")[1].split()[0])


def main() -> None:
    """name, seconds of processor time, MB taken, what was said; one JSON line each."""
    network = Network((2, 3, 1), (Tanh(),))
    for path in sorted(Path().iterdir()):
        before, start = peak(anew=True), time.process_time()
        try:
            if path.suffix == ".mlp":
                read_run(path)
            else:
                read_weights(path, network)
            said = ""
        except UserError as error:
            said = str(error)
        seconds = time.process_time() - start
        taken = (peak() - before) / 1024
        print(json.dumps([path.name, seconds, taken, said]))


if __name__ == "__main__":
    np.seterr(all="raise")
    sys.setrecursionlimit(1000)
    main()
