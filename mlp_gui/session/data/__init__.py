"""The open table and what the person says of its columns."""
