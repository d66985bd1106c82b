"""The same training by others: scikit-learn, PyTorch, Keras, and a loop in C. What is not installed is left out."""

from __future__ import annotations

import ctypes
import importlib.util
import itertools
import os
import shutil
import subprocess
import tempfile
import warnings
from pathlib import Path

import numpy as np
from timing import Candidate

HERE = Path(__file__).resolve().parent


def has(module: str) -> bool:
    return importlib.util.find_spec(module) is not None


def scikit_learn(data, hidden, batch, rate, activation="logistic", solver="sgd", fit_epochs=100) -> list[Candidate]:
    """`fit` with its own validation part, and `partial_fit` epoch by epoch with validation by hand."""
    if not has("sklearn"):
        return []
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.neural_network import MLPRegressor

    warnings.simplefilter("ignore", ConvergenceWarning)
    x, y, xv, yv = data
    settings = {
        "hidden_layer_sizes": hidden,
        "activation": activation,
        "solver": solver,
        "alpha": 0.0,
        "batch_size": batch,
        "learning_rate_init": rate,
        "random_state": 0,
    }
    whole_x, whole_y = np.concatenate([x, xv]), np.concatenate([y, yv]).ravel()
    fitted = MLPRegressor(
        **settings,
        momentum=0.0,
        max_iter=fit_epochs,
        early_stopping=True,
        validation_fraction=len(xv) / len(whole_x),
        n_iter_no_change=10**6,
    )
    stepped = MLPRegressor(**settings, momentum=0.0)

    def step() -> None:
        stepped.partial_fit(x, y.ravel())
        np.mean((stepped.predict(xv) - yv.ravel()) ** 2)

    return [
        Candidate("scikit-learn fit", lambda: fitted.fit(whole_x, whole_y), fit_epochs),
        Candidate("scikit-learn partial_fit", step),
    ]


def pytorch(
    data, hidden, batch, rate, activation="Sigmoid", optimizer="SGD", dtype="float64", threads=1
) -> list[Candidate]:
    if not has("torch"):
        return []
    import torch

    x, y, xv, yv = (torch.tensor(np.asarray(a, dtype)) for a in data)
    sizes, layers = (x.shape[1], *hidden, 1), []
    for k, (fan_in, fan_out) in enumerate(itertools.pairwise(sizes)):
        layers.append(torch.nn.Linear(fan_in, fan_out, dtype=getattr(torch, dtype)))
        if k < len(hidden):
            layers.append(getattr(torch.nn, activation)())
    model, loss = torch.nn.Sequential(*layers), torch.nn.MSELoss()
    steps = getattr(torch.optim, optimizer)(model.parameters(), lr=rate)

    def epoch() -> None:
        torch.set_num_threads(threads)
        total = 0.0
        for start in range(0, len(x), batch):
            steps.zero_grad()
            value = loss(model(x[start : start + batch]), y[start : start + batch])
            value.backward()
            steps.step()
            total += value.item()
        if len(xv):
            with torch.no_grad():
                loss(model(xv), yv).item()

    return [Candidate(f"PyTorch, {threads} thread{'s' if threads > 1 else ''}", epoch)]


def keras(data, hidden, batch, rate) -> list[Candidate]:
    backends = [name for name in ("tensorflow", "torch") if has(name)]
    if not (has("keras") and backends):
        return []
    os.environ["KERAS_BACKEND"] = backends[0]
    import keras as k

    x, y, xv, yv = data
    layers = [
        k.layers.Input((x.shape[1],)),
        *(k.layers.Dense(n, activation="sigmoid") for n in hidden),
        k.layers.Dense(1),
    ]
    model = k.Sequential(layers)
    model.compile(optimizer=k.optimizers.SGD(rate), loss="mse")
    settings = {"batch_size": batch, "epochs": 3, "verbose": 0, "shuffle": False, "validation_data": (xv, yv)}
    return [Candidate(f"Keras on {backends[0]}", lambda: model.fit(x, y, **settings), 3)]


def c_loop(data, hidden, batch, rate) -> list[Candidate]:
    """Compiled here with -O2, when there is a compiler."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        return []
    library = Path(tempfile.mkdtemp()) / "loop.so"
    command = [compiler, "-O2", "-shared", "-fPIC", str(HERE / "c_loop.c"), "-o", str(library), "-lm"]
    subprocess.run(command, check=True)
    function = ctypes.CDLL(str(library)).epoch
    x, y, xv, yv = (np.ascontiguousarray(a, float) for a in data)
    sizes = (x.shape[1], *hidden, 1)
    parameters = sum((a + 1) * b for a, b in itertools.pairwise(sizes))
    theta = np.random.default_rng(0).standard_normal(parameters) * 0.3
    arrays = [theta, np.zeros(parameters), np.zeros(2)]

    def pointer(a):
        return a.ctypes.data_as(ctypes.c_void_p)

    whole = [ctypes.c_int(v) for v in (x.shape[1], *hidden, batch)]
    rows = [pointer(x), pointer(y), ctypes.c_int(len(x)), pointer(xv), pointer(yv), ctypes.c_int(len(xv))]
    arguments = [*rows, *whole, ctypes.c_double(rate), *map(pointer, arrays)]
    return [Candidate("C, -O2", lambda: function(*arguments))]
