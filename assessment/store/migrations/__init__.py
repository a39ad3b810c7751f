"""How the tables became what they are; `versions/` has one file a step."""
