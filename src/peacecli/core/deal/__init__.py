"""What the stated positions leave possible together: zones, conflicts, concessions, packages, and their re-checking."""
