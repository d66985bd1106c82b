"""Cells that have types, as workbooks and databases hold them: written down exactly, and read as any table is."""
