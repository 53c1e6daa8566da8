"""Files for other programs, made from the library."""
