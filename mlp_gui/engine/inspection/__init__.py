"""What a trained network does: feature importance and the landscape of its loss."""
