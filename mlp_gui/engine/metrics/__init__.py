"""Scores of predictions: regression, classification, and the curves behind them."""
