"""Fuzz targets, and a short run of each."""
