"""Tables: read from a file with every guess said, described, and turned into numbers without leaking."""
