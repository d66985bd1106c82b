"""mlp_gui: fit a neural network to a table, watch it learn, and look under the hood."""

__version__ = "0.1.0"
