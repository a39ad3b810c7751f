"""Who is not reached: groups of people and stages over many projects."""

from assessment.pictures.portfolio.reach import reach
from assessment.pictures.portfolio.wording import Many
from assessment.store.portfolio.reach import reach as counted
from assessment.ui.place import current_place
from assessment.ui.portfolio.looking import Looking, looking
from assessment.ui.portfolio.reach import groups, named, population
from assessment.ui.widgets import say
from assessment.words import words

w = words(current_place().language)


def everything(now: Looking) -> None:
    """The population first, for it is more than the groups that a team thought of; then groups and stages."""
    picture = reach(Many(now.rubric, now.language), counted(now.store, now.cut))
    population(now, picture)
    if picture.rows:
        groups(now, picture)
    else:
        say(w.gettext("No project here says yet which groups took part, were asked or were not reached."))
        say(*picture.left_out)
    if picture.named:
        named(now, picture)


if now := looking(
    w.gettext("Who is not reached"),
    w.gettext("Which groups of people took part, which were asked, and which nobody reached, stage by stage."),
):
    everything(now)
