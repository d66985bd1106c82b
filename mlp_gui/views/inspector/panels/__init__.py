"""The panels of the inspector: arrays, formulas, the network and the gradient check."""
