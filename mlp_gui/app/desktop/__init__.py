"""The program on a desktop: menu entry and icon files."""
