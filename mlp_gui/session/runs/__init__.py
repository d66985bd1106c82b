"""The list of finished runs, their comparison and their ancestry."""
