"""Assessments as rows of a spreadsheet: the blank one to fill in, what comes back of it, and what is taken out.

Whatever stands in a file here is text to read: no formula is run, and none is written.
"""
