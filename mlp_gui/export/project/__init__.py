"""The project file `.mlp`: container, run, list of runs and the reference to its table."""
