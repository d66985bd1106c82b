"""One module for each kind of table file that can be opened."""
