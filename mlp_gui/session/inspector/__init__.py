"""Looking inside one batch: the inspector, its gradient check and its loss landscape."""
