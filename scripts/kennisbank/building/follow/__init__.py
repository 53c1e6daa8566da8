"""How readers keep up: Atom feeds, and the search of the site inside their browser."""
