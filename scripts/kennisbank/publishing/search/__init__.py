"""The search index: what it is fed, which words it knows, the same bytes every time."""
