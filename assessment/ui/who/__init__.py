"""Parts of the page about who and what."""
