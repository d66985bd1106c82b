"""The multi-layer perceptron in plain numpy: a network, what trains it, and every number on the way."""
