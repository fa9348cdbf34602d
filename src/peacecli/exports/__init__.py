"""A whole negotiation as tables for other programs: what stands in them, and one writer a format."""
