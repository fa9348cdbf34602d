"""Pages and rows on paper: plain text, the terminal, Markdown and CSV. Each makes untrusted text harmless."""
