"""Several networks of one shape that are trained together: their calls of numpy are made one, their bits stay."""
