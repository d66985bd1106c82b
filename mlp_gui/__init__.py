"""mlp_gui: fit a neural network to a table, watch it learn, and look under the hood.

In Python: ``mlp_gui.fit(frame, target="y")``, ``mlp_gui.load("run.mlp").predict(frame)``; ``help(mlp_gui.api)``.
"""

from importlib import import_module

__version__ = "0.1.0"

# The stable names; `__init__.pyi` says the same to type checkers. They are loaded when first asked for: the command
# line and the window do not need them, and begin sooner.
__all__ = ["Model", "UserError", "__version__", "fit", "load"]


def __getattr__(name: str) -> object:
    if name in __all__:
        return getattr(import_module("mlp_gui.api"), name)
    raise AttributeError(f"module 'mlp_gui' has no attribute {name!r}")
