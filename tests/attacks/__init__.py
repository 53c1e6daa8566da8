"""Hostile inputs, and what must happen to each of them."""
