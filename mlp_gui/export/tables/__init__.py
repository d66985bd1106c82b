"""Tables of a run as CSV: its history and its predictions."""
