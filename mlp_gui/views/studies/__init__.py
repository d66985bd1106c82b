"""Studies in the window: what is asked of them, their picture, and what can be done with what they have found."""
