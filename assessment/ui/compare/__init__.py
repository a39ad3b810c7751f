"""The parts of the pages on which projects are picked, opened and put beside each other."""
