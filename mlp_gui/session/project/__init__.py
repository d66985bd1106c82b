"""Saving, recovering and exporting the work."""
