"""Programs that strain the whole window, each run as a process of its own by a test in tests/gui/stress."""
