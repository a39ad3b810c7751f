"""What a manager can do with many projects: put them in, look at them, compare them, take them out.

Each module takes the store first and a cut of the portfolio, and gives core values.
"""
