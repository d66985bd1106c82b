"""The window's frame: palette, style, icons, menus, the main window."""
