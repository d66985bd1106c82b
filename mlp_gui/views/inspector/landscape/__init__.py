"""The loss landscape around the weights."""
