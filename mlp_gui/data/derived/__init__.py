"""Derived columns: formulas over columns, and values of earlier rows, declared in one small language."""
