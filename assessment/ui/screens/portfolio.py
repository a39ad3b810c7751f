"""Portfolio."""

from assessment.ui.place import current_place
from assessment.ui.portfolio.looking import looking
from assessment.words import words

w = words(current_place().language)
looking(
    w.gettext("Portfolio"),
    w.gettext("How involvement goes across projects, what stands in the way, and what can be learnt."),
)
