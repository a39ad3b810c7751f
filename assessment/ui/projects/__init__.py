"""The parts of the pages about one's projects: the list, a card, a new one, what a project says of itself."""
