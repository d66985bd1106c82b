"""Going back to any epoch of a run: checkpoints, recorder and event log."""
