"""Days and times: from the text of a cell to a point in time, and the format that reads a column."""
