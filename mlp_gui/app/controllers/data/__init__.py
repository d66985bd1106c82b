"""Controllers of the data panel and the data pages."""
