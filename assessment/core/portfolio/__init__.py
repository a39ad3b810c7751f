"""What is said of many projects at once: never a rank, never a mean of means (docs/scoring.md, section 10)."""
