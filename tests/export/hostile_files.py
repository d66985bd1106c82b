"""Files made to hurt: bombs, lies about sizes, depth, code, damage. As a script: reads each and says what happened."""

from __future__ import annotations

import io
import json
import pickle
import resource
import struct
import sys
import time
import zipfile
from pathlib import Path

import numpy as np

from mlp_gui.core.errors import UserError
from mlp_gui.engine.activations import Tanh
from mlp_gui.engine.network import Network
from mlp_gui.export.importing import read_weights
from mlp_gui.export.mlp_file import read_run

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


def all_files() -> dict[str, bytes]:
    """Name (its suffix chooses the reader) -> bytes."""
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


def main() -> None:
    """name, seconds, MB taken, what was said; one JSON line each."""
    network = Network((2, 3, 1), (Tanh(),))
    for path in sorted(Path().iterdir()):
        before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.perf_counter()
        try:
            if path.suffix == ".mlp":
                read_run(path)
            else:
                read_weights(path, network)
            said = ""
        except UserError as error:
            said = str(error)
        seconds = time.perf_counter() - start
        taken = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
        print(json.dumps([path.name, seconds, taken, said]))


if __name__ == "__main__":
    np.seterr(all="raise")
    sys.setrecursionlimit(1000)
    main()
