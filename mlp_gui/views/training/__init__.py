"""The side of the window that trains: settings, control bar, scores, time line and export."""
