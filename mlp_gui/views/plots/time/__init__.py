"""Plots of rows that follow each other in time: series, residuals, autocorrelation, duration curve, scores."""
