"""Plots of the weights: diagram, heat map, distributions and statistics of layers."""
