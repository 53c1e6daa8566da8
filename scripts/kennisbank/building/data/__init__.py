"""The library as open data: one JSON file, tables, points on a map, and a description of the set for data portals."""
