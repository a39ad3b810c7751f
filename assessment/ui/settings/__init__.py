"""The parts of the page of a project's settings."""
