"""What a result's pictures show, in words; the screen's charts and the report's both draw from here.

`pictures(rubric, assessment, result, language)` gives all of them; shapes.py says what is in each.
"""
