"""The multi-layer perceptron in plain numpy: a network, what trains it, and every number on the way."""

# These register members of families that are declared elsewhere: a family is whole, whichever module is imported first.
from mlp_gui.engine.metrics import classification as _classification  # noqa: F401 (registers)
from mlp_gui.engine.optimizers import lbfgs as _lbfgs  # noqa: F401 (registers)
from mlp_gui.engine.optimizers import levenberg_marquardt as _levenberg_marquardt  # noqa: F401 (registers)
