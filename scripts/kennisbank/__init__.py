"""Checks, cross-links and builds the Transitieversneller knowledge site."""

__version__ = "0.1.0"
