"""Controllers of files, settings, help and the menus."""
