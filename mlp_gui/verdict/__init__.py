"""Whether a network is any good: beside reference models, with intervals, in one sentence."""
