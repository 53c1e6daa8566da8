"""What follows from a library: ledgers, likeness, facets, chronology, coverage."""
