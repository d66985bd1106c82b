"""Panels of a run: the story at the left, the control bar above, the state in a sentence below, scores."""
