"""Looks at the links to other sites; the only part that uses the network, and no part of the build."""
