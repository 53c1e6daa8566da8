"""Checks, cross-links and builds the Transitieversneller knowledge site."""

import gc

__version__ = "0.1.0"

SELDOM = 50_000
"""So many new objects come before Python looks for garbage among them; it is 700 by itself."""

# Here, before all else is loaded: what that makes and what a library is made of stays to the end, and would be gone
# through time and again.
gc.set_threshold(SELDOM)
