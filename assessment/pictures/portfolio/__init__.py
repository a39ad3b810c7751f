"""What the pictures of many projects show, in words: the screen and the report over a portfolio draw from here."""
