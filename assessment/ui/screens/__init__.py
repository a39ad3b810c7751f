"""One file a screen. Not named "pages": beside the main script Streamlit would run that folder by its old rules."""
