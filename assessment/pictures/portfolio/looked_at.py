"""Which projects are looked at, and what follows from how they are put together: in sentences."""

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.core.portfolio.cut import NOT_SAID, Cut
from assessment.core.portfolio.mix import Mix
from assessment.core.rubric import Rubric
from assessment.pictures.portfolio.named import Named


@dataclass(frozen=True, slots=True)
class LookedAt:
    """What every page and every export of a cut says of it first."""

    projects: str
    """`23 of 40 projects: public body`."""
    unlike: tuple[str, ...]
    """In what they are not like each other: which sorts there are, and how many of each."""
    beside: str
    """Who is counted beside them and stands in no spread; empty where nobody is."""
    drafts: str
    """How many of them are only drafts; empty where none is."""


def looked_at(rubric: Rubric, cut: Cut, mix: Mix, everything: Mix, language: str) -> LookedAt:
    """The same of this cut, whose projects are `mix`, out of `everything` on its rubric."""
    named = Named(rubric, language)
    return LookedAt(
        projects=_projects(named, cut, mix.compared, everything.compared),
        unlike=tuple(f"{named.field(name)}: {_sorts(named, name, mix)}" for name in mix.unlike),
        beside=_beside(named, mix),
        drafts=_drafts(named, mix.drafts),
    )


def left_out(named: Named, everything: Mix, *, others: int, drafts: int) -> str:
    """What else there is and is not among those on a rubric: so that a reader can add up. Empty where nothing is."""
    w, parts = named.w, []
    if others:
        parts.append(w.gettext("{number} that answered other questions").format(number=others))
    if number := everything.first_looks:
        parts.append(w.ngettext("{number} first look", "{number} first looks", number).format(number=number))
    if drafts:
        parts.append(w.ngettext("{number} draft", "{number} drafts", drafts).format(number=drafts))
    return w.gettext("Not among them: {parts}.").format(parts=named.listed(parts)) if parts else ""


def _projects(named: Named, cut: Cut, number: int, total: int) -> str:
    w, which = named.w, named.in_short(cut)
    if number == total and not which:
        return w.ngettext("the only project there is", "all {number} projects", number).format(number=number)
    many = w.ngettext("{number} of {total} project", "{number} of {total} projects", total)
    told = many.format(number=number, total=total)
    return f"{told}: {which}" if which else told


def _sorts(named: Named, name: str, mix: Mix) -> str:
    counted = {NOT_SAID if one is None else one: count for one, count in mix.by(name).items()}
    return "; ".join(f"{named.inside(named.value(name, one))} ({count})" for one, count in counted.items())


def _drafts(named: Named, number: int) -> str:
    if not number:
        return ""
    w = named.w
    told = w.ngettext(
        "{number} of these is a draft: it can still change.",
        "{number} of these are drafts: they can still change.",
        number,
    )
    return told.format(number=number)


def _beside(named: Named, mix: Mix) -> str:
    parts = list(_counted_beside(named, mix))
    if not parts:
        return ""
    return named.w.gettext("Counted apart, and not in the charts of the values: {parts}.").format(
        parts=named.listed(parts)
    )


def _counted_beside(named: Named, mix: Mix) -> Iterator[str]:
    """How many of each; two of the sorts are among those compared, and first looks are not."""
    w = named.w
    if number := mix.first_looks:
        yield w.ngettext("{number} first look", "{number} first looks", number).format(number=number)
    if number := mix.community_led:
        told = w.ngettext("{number} project led by the community", "{number} projects led by the community", number)
        yield told.format(number=number)
    if number := mix.partnership:
        told = w.ngettext("{number} partnership of organisations", "{number} partnerships of organisations", number)
        yield told.format(number=number)
