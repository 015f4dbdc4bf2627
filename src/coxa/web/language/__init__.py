"""In which language the pages are, and where a person chooses it."""
