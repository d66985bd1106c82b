"""Controllers of the run, its plots, time line and list of runs."""
