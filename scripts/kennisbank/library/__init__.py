"""Records to a library: references resolved, places known, every page with its address."""
