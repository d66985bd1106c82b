"""Records what PyTorch's optimizers do to five weights in twenty steps, for the tests of optimizers.

python tests/benchmarks/record_torch_traces.py     (needs the extra `bench`; writes tests/reference/torch_traces.json)
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import torch

TARGET = Path(__file__).resolve().parents[1] / "reference" / "torch_traces.json"
RATE = 0.01
OPTIMIZERS = {
    "sgd": lambda p: torch.optim.SGD(p, lr=RATE),
    "momentum": lambda p: torch.optim.SGD(p, lr=RATE, momentum=0.9),
    "nesterov": lambda p: torch.optim.SGD(p, lr=RATE, momentum=0.9, nesterov=True),
    "adagrad": lambda p: torch.optim.Adagrad(p, lr=RATE, eps=1e-14),
    "rmsprop": lambda p: torch.optim.RMSprop(p, lr=RATE, alpha=0.9, eps=1e-13),
    "rmsprop_centered": lambda p: torch.optim.RMSprop(p, lr=RATE, alpha=0.9, eps=1e-13, centered=True),
    "adam": lambda p: torch.optim.Adam(p, lr=RATE, eps=1e-13),
    "amsgrad": lambda p: torch.optim.Adam(p, lr=RATE, eps=1e-13, amsgrad=True),
    "adamw": lambda p: torch.optim.AdamW(p, lr=RATE, weight_decay=0.01, eps=1e-13),
}


def trace(make, start, gradients) -> list[list[float]]:
    w = torch.nn.Parameter(torch.tensor(start))
    optimizer, found = make([w]), []
    for g in gradients:
        w.grad = torch.tensor(g)
        optimizer.step()
        found.append(w.detach().tolist())
    return found


if __name__ == "__main__":
    rng = np.random.default_rng(7)
    start, gradients = rng.standard_normal(5), rng.standard_normal((20, 5)) * [0.1, 1, 1, 3, 10]
    traces = {name: trace(make, start, gradients) for name, make in OPTIMIZERS.items()}
    content = {"torch": torch.__version__, "rate": RATE, "start": start.tolist(), "gradients": gradients.tolist()}
    TARGET.write_text(json.dumps(content | {"traces": traces}), encoding="utf-8")
    print(f"{len(traces)} traces written to {TARGET}")
