"""Plots of a run over its epochs: loss, metrics and the list of runs."""
