"""What all export formats share: the base class, atomic writing, safe reading, and the check of a written file."""
