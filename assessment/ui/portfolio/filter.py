"""The filter: folded away beneath what is set. What it can be set to is counted only once it is opened.

What projects are like stands first; the rest is seldom wanted, and comes when it is asked for or set.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import streamlit as st

from assessment.core.portfolio.choices import Choices, Sorts
from assessment.core.portfolio.cut import NOT_SAID, SPLIT, Cut
from assessment.core.portfolio.mix import LIKE
from assessment.core.rubric import Rubric
from assessment.core.terms import Status
from assessment.pictures.portfolio.named import Named
from assessment.store import Store
from assessment.store.portfolio.choosing import choices, sorts
from assessment.ui.portfolio.cutting import UNREAD, start_anew, take, take_day, take_status, typed_day
from assessment.ui.widgets import plain, say

#: More organisations than this are looked for by a part of their name.
AT_ONCE: Final = 200
#: So many of those found are offered.
FOUND: Final = 40
#: What a session remembers: that the rest of the filter was asked for.
FURTHER: Final = "filter-further"


@dataclass(frozen=True)
class Filter:
    """The filter of one cut."""

    store: Store
    rubric: Rubric
    cut: Cut
    drafts: int
    """How many projects have a draft that could be looked at too."""
    language: str

    @cached_property
    def named(self) -> Named:
        """Names in the person's language."""
        return Named(self.rubric, self.language)

    def show(self, without: Cut, *, also: Callable[[], None]) -> None:
        """The lid, and what is in it. `without` is the cut that "Clear" goes back to; `also` comes last."""
        w = self.named.w
        # A lid whose words change is another lid, and would fall shut.
        lid = st.expander(w.gettext("Filter"), icon=":material/filter_list:", key="filter", on_change="rerun")
        if lid.open:
            with lid:
                say(w.gettext("The number beside each choice tells how many projects it has."))
                self._likeness(sorts(self.store, self.cut))
                if self._further:
                    self._rest(choices(self.store, self.cut))
                else:
                    label, icon = w.gettext("More ways to filter"), ":material/expand_more:"
                    st.button(label, key="filter-more", icon=icon, type="tertiary", on_click=_ask_for_more)
                if self.named.set(self.cut) or self.cut.drafts:
                    st.button(
                        w.gettext("Clear the filter"),
                        key="filter-clear",
                        icon=":material/close:",
                        on_click=start_anew,
                        args=(without,),
                    )
                also()

    @property
    def _further(self) -> bool:
        """Whether the rest of the filter was asked for, or some of it is set."""
        like = self.cut.without("rubric", *LIKE, "project")
        return bool(st.session_state.get(FURTHER) or st.session_state.get(UNREAD) or like != Cut())

    def _likeness(self, found: Sorts) -> None:
        self._pills("kind", found.kind, [one.id for one in self.rubric.kinds])
        levels = [one.id for one in self.rubric.context.levels] if self.rubric.context else []
        self._pills("level", found.level, levels)
        self._pills("complexity", found.complexity, list(self.rubric.labels.get("complexity", {})))

    def _rest(self, found: Choices) -> None:
        self._organisations(found.organisation)
        if found.tag or self.cut.tag:
            self._many("tag", self.named.field("tag"), found.tag, list(found.tag))
        self._statuses(found.status)
        self._days()
        self._drafts(self.drafts)

    def _pills(self, name: str, counts: Mapping[str, int], order: list[str]) -> None:
        """A field with few choices: all of them in sight, in the rubric's order."""
        chosen = getattr(self.cut, name)
        options = _offered(counts, chosen, order)
        if not options:
            return
        key, told = f"filter-{name}", self._with_count(name, counts)
        st.session_state[key] = list(chosen)
        st.pills(
            self.named.field(name),
            options,
            selection_mode="multi",
            format_func=lambda one: plain(told(one)),  # Pills are read as Markdown, lists are not.
            key=key,
            on_change=take,
            args=(self.cut, name, key),
        )

    def _many(self, name: str, label: str, counts: Mapping[str, int], options: list[str]) -> None:
        """A field with many choices: a list that opens, and is searched by typing."""
        key, chosen = f"filter-{name}", getattr(self.cut, name)
        st.session_state[key] = list(chosen)
        st.multiselect(
            label,
            _offered(counts, chosen, options),
            format_func=self._with_count(name, counts),
            key=key,
            placeholder=self.named.w.gettext("All of them"),
            on_change=take,
            args=(self.cut, name, key),
        )

    def _organisations(self, counts: Mapping[str, int]) -> None:
        w, options = self.named.w, list(counts)
        if len(options) > AT_ONCE:
            wanted = st.text_input(
                w.gettext("Find an organisation"),
                key="filter-find",
                help=w.gettext("Type a part of its name. Without one, those with the most projects are offered."),
            )
            some = [one for one in options if wanted.casefold() in one.casefold()] if wanted else options
            options = some[:FOUND]
        some_counts = {one: counts[one] for one in options}
        self._many("organisation", self.named.field("organisation"), some_counts, options)

    def _statuses(self, counts: Mapping[str, int]) -> None:
        """How far each stage is: of one stage any of those chosen, of several stages all."""
        for place, stage in enumerate(self.rubric.order):
            if place % 2 == 0:  # A row at a time: so the order is kept where columns stand beneath each other.
                columns = st.columns(2)
            key, under = f"filter-status-{stage}", f"{stage}{SPLIT}"
            chosen = [one for one in self.cut.status if one.startswith(under)]
            st.session_state[key] = chosen
            of_it = {one: count for one, count in counts.items() if one.startswith(under)}
            with columns[place % 2]:
                st.multiselect(
                    self.named.w.gettext("{stage}: how far").format(stage=self.named.stage(stage)),
                    _offered(of_it, chosen, [f"{under}{status}" for status in Status]),
                    format_func=self._with_count("status", of_it, after=under),
                    key=key,
                    placeholder=self.named.w.gettext("However far"),
                    on_change=take_status,
                    args=(self.cut, under, key),
                )

    def _days(self) -> None:
        w, columns = self.named.w, st.columns(2)
        labels = {"since": w.gettext("Assessed from"), "until": w.gettext("Assessed up to")}
        for (name, label), column in zip(labels.items(), columns, strict=True):
            key = f"filter-{name}"
            st.session_state[key] = typed_day(self.cut, name, self.language)
            with column:
                st.text_input(
                    label,
                    key=key,
                    placeholder=w.gettext("such as 22 November 2026"),
                    on_change=take_day,
                    args=(self.cut, name, key),
                )
                if name in st.session_state.get(UNREAD, {}):
                    st.error(w.gettext("This is no date that we can read. Write it such as 22 November 2026."))

    def _drafts(self, number: int) -> None:
        w = self.named.w
        if not number and not self.cut.drafts:
            return
        st.session_state["filter-drafts"] = self.cut.drafts
        st.checkbox(
            w.gettext("Drafts too ({number})").format(number=number),
            key="filter-drafts",
            on_change=take,
            args=(self.cut, "drafts", "filter-drafts"),
        )

    def _with_count(self, name: str, counts: Mapping[str, int], *, after: str = "") -> Callable[[str], str]:
        def told(value: str) -> str:
            said = self.named.how_far(value.removeprefix(after)) if after else self.named.value(name, value)
            said = said[:1].upper() + said[1:] if value == NOT_SAID else said
            return f"{said} ({counts.get(value, 0)})"

        return told


def _offered(counts: Mapping[str, int], chosen: tuple[str, ...] | list[str], order: list[str]) -> list[str]:
    """What can be chosen, in order: what projects have, and what is chosen already."""
    there = {*counts, *chosen}
    first = [one for one in order if one in there]
    return first + [one for one in chosen if one not in first] + [one for one in counts if one not in {*first, *chosen}]


def _ask_for_more() -> None:
    st.session_state[FURTHER] = True
