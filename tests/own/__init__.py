"""What people make of their own: drafts, negotiations, exports."""
