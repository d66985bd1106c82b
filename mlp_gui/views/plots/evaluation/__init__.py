"""Plots of predictions against the truth."""
