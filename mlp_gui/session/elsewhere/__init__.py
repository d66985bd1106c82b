"""The same run in another library: interpreters that are there, and a script that trains in one of them."""
