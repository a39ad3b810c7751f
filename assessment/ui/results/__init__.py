"""The parts of the page of where a team stands that can be answered."""
