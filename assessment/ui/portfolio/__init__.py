"""The parts of the pages on which a manager looks at many projects."""
