"""Small widgets that every other view is built of."""
