"""What the plots show of a run: predictions, scores, the history of layers, selected rows."""
