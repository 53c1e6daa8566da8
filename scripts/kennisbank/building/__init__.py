"""The library to artifacts: pages, drawings, data; pure, the same input gives the same bytes."""
