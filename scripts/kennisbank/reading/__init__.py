"""Bytes to values that know their line and column: files, git, characters, YAML, Markdown."""
