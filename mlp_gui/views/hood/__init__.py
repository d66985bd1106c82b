"""The microscope: every number of a forward pass, a backward pass and an update, step by step."""
