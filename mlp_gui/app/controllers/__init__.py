"""Controllers: each joins one owner of state to one panel of the window."""
