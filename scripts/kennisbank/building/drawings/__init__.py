"""Drawings as SVG text, made from the library: the map, the timeline and the neighbours of a page.

A drawing is one line of markup, so that it can stand in a Markdown page as raw HTML. Its links are those of the built
site, because a site generator does not rewrite raw HTML. Colours come from classes (docs/assets/stylesheets), so that a
drawing follows both colour schemes, forced colours and paper.
"""
