"""What rows that a network did not learn from say about its next answers: intervals, and sets of classes."""
