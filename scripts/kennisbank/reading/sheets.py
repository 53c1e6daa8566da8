"""The sheets of our template for a table, by name: what writes them and what reads them agree."""

CASES = "Cases"
"""The sheet to fill in."""
OTHERS = ("Uitleg", "Keuzes")
"""The sheets beside it, which hold no cases."""
