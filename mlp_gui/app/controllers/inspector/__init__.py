"""Controllers of the inspector, its lessons and checks."""
