"""Parts of the page "Our plan"."""
