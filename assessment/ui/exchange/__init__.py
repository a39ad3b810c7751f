"""The parts of the page on which assessments come into the portfolio and are taken out of it."""
