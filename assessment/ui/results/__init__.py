"""Parts of the page "Where we stand"."""
