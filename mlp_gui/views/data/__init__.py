"""Panels about the table: where it came from, what its columns are for, how its rows are divided."""
