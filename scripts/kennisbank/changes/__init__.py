"""What a change means for readers, and how it is told."""
