"""Projects: those of the portfolio one by one, to open, and to pick for putting side by side."""

from assessment.ui.compare.listing import projects_list
from assessment.ui.compare.picked import picked_here
from assessment.ui.place import current_place
from assessment.ui.portfolio.looking import looking
from assessment.ui.projects.told import told_here
from assessment.words import words

w = words(current_place().language)
# Before the filter writes the address anew.
picked_here()
purpose = w.gettext("Open a project to see all that its team has shared, or tick a few and put them side by side.")
if found := looking(w.gettext("Projects"), purpose, picking=True):
    told_here()
    projects_list(found)
