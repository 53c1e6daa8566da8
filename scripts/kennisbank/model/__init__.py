"""The content model: the one place that says what a record holds."""
