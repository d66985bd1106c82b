"""Reference models that a network has to beat: the best constant, a linear model, the value before."""
