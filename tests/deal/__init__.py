"""The deal space: conflicts, concessions, packages, zones, and the checking of saved answers."""
