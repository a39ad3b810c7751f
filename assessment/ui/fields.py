"""Fields: each is a view of one entry of an assessment, and keeps what a person gives as soon as they give it.

The store is the truth. Before a field is drawn its value is set from the store; what the person
changes goes straight back, with the value they had before them, so that an answer of somebody else's
is never replaced unnoticed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Literal

import streamlit as st

from assessment import actions
from assessment.actions import Work
from assessment.core.entries import TYPED, Value, is_nothing, is_typed, typed
from assessment.core.fault import BadInput
from assessment.days import read_day, written_day
from assessment.pictures.reader import KEPT_BACK
from assessment.pictures.shapes import Typed
from assessment.store import Change, Past, Saved
from assessment.ui.attempts import Done, attempt, can_retry, told, tried
from assessment.ui.fragment import show
from assessment.ui.keeping import now, the_store, work_of
from assessment.ui.person import current_person
from assessment.words import words

#: The pause in typing after which a line is kept. That of a box for text stands in the injected script.
PAUSE = "1s"
#: What a session remembers of its fields, each by the field's key.
DRAWN, WAITING, MINE, CLASHES, SAVED = "fields-drawn", "fields-waiting", "fields-mine", "fields-clashes", "fields-saved"
Names = Mapping[Any, str]
"""The answers that can be chosen, with their words."""


@dataclass(frozen=True)
class Clash:
    """Two people answered the same: what this one gave, what the other gave, and which of them stands now."""

    mine: Value
    theirs: Value
    stands: Literal["mine", "theirs"]


@dataclass(frozen=True)
class Waiting:
    """What a person gave and could not be kept yet: as it stands in the field, how it would be kept, and why not."""

    given: Any
    kept: Callable[[Any], Value]
    why: BadInput


@dataclass(frozen=True)
class Sheet:
    """The fields of one assessment, in one language. Made anew for every run of a page or a fragment."""

    work: Work
    language: str

    @property
    def open(self) -> bool:
        """Whether it may still be changed: a submitted or withdrawn one is shown and not asked."""
        return self.work.kept.state == "draft"

    def value(self, path: str) -> Value:
        """What is kept at a path."""
        return self.work.value(path)

    def text(self, path: str) -> str:
        """The words kept at a path, as typed; empty where there are none."""
        return text_of(self.value(path))

    def typed(self, path: str) -> Typed | None:
        """The words kept at a path for a page in this language; None where there are none."""
        value, text = self.value(path), self.text(path)
        if isinstance(value, dict) and value.get("withheld"):
            return Typed(words(self.language).gettext(KEPT_BACK), withheld=True)
        own = value.get("lang") if isinstance(value, dict) else None
        return Typed.on_page(text, own or self.text("language"), self.language) if text.strip() else None

    def written(self, path: str, text: str) -> Value:
        """Words of this page's language as they are kept at a path."""
        return self._as_note(path)(text)

    def choose(
        self,
        path: str,
        label: str,
        names: Names,
        *,
        hide_label: bool = False,
    ) -> Value:
        """One of several answers as radio buttons, none chosen at first. `names` are the ids with their words."""
        key = self._draw(path, lambda value: value if value in names else None)
        st.radio(
            label,
            list(names),
            index=None,
            format_func=lambda id_: names[id_],
            key=key,
            disabled=not self.open,
            label_visibility="collapsed" if hide_label else "visible",
            on_change=self._keep,
            args=(path, key, _as_given),
        )
        self._after(path, key, names)
        return self.value(path)

    def segments(
        self,
        path: str,
        label: str,
        names: Names,
        *,
        otherwise: Value = None,
    ) -> Value:
        """One of a few short answers side by side; chosen again it is taken back. `otherwise` holds where none is."""
        key = self._draw(path, lambda value: value if value in names else otherwise)
        st.segmented_control(
            label,
            list(names),
            format_func=lambda id_: names[id_],
            key=key,
            disabled=not self.open,
            on_change=self._keep,
            args=(path, key, _as_given),
        )
        self._after(path, key, names)
        return self.value(path)

    def pick(self, path: str, label: str, names: Names) -> Value:
        """One of many answers from a list that opens."""
        key = self._draw(path, lambda value: value if value in names else None)
        st.selectbox(
            label,
            list(names),
            index=None,
            format_func=lambda id_: names[id_],
            placeholder=words(self.language).gettext("Choose"),
            key=key,
            disabled=not self.open,
            on_change=self._keep,
            args=(path, key, _as_given),
        )
        self._after(path, key, names)
        return self.value(path)

    def note(
        self,
        path: str,
        label: str,
        *,
        height: int | Literal["content"] = "content",
        guard: bool = True,
        placeholder: str | None = None,
    ) -> Value:
        """A box for text of any length. Above it stands what not to write, unless `guard` is off."""
        if guard:
            show("guard", self.language)
        key = self._draw(path, text_of)
        st.text_area(
            label,
            key=key,
            height=height,
            placeholder=placeholder,
            disabled=not self.open,
            on_change=self._keep,
            args=(path, key, self._as_note(path)),
        )
        self._after(path, key)
        return self.value(path)

    def line(
        self,
        path: str,
        label: str,
        *,
        plain: bool = False,
        begins: bool = False,
        placeholder: str | None = None,
    ) -> Value:
        """A line of text. `plain` for what has no language of its own, such as a name.

        One that `begins` a row is kept when it is left, for then other fields take its place.
        """
        kept = _as_given if plain else self._as_note(path)
        return self._line(path, label, text_of, kept, placeholder, live=not begins)

    def day(self, path: str, label: str) -> Value:
        """A date, written as people write it; what is no date yet is kept as typed and told of."""
        w = words(self.language)

        def shown(value: Value) -> str:
            return written_day(date.fromisoformat(value), self.language) if isinstance(value, str) else text_of(value)

        value = self._line(path, label, shown, _as_day, w.gettext("such as 22 November 2026"), live=False)
        if is_typed(value):
            self._fault(w.gettext("This is no date yet. Write day, month and year, such as 22 November 2026."))
        return value

    def number(self, path: str, label: str) -> Value:
        """A whole number of people; what is none yet is kept as typed and told of."""
        value = self._line(
            path, label, lambda value: str(value) if isinstance(value, int) else text_of(value), _as_number
        )
        if is_typed(value):
            self._fault(
                words(self.language).gettext("This is no number yet. Write a whole number from 1 up, in digits.")
            )
        return value

    def tick(self, path: str, label: str) -> bool:
        """A box to tick."""
        key = self._draw(path, bool)
        st.checkbox(
            label,
            key=key,
            disabled=not self.open,
            on_change=self._keep,
            args=(path, key, lambda ticked: ticked or None),
        )
        self._after(path, key)
        return bool(self.value(path))

    def _line(
        self,
        path: str,
        label: str,
        shown: Callable[[Value], Any],
        kept: Callable[[Any], Value],
        placeholder: str | None = None,
        *,
        live: bool = True,
    ) -> Value:
        """A line of one kind. `live` ones are kept while they are typed, at every pause."""
        key = self._draw(path, shown)
        st.text_input(
            label,
            key=key,
            placeholder=placeholder,
            autocomplete="off",
            live=PAUSE if live else False,
            disabled=not self.open,
            on_change=self._keep,
            args=(path, key, kept),
        )
        self._after(path, key)
        return self.value(path)

    def _as_note(self, path: str) -> Callable[[Any], Value]:
        """Text in the language it was begun in; new text in the page's."""
        before = self.value(path)
        lang = before.get("lang") if isinstance(before, dict) and text_of(before) else None
        own = self.value("language")
        if lang is None and is_nothing(before) and own != self.language:
            lang = self.language
        return lambda text: {"text": text, "lang": lang} if lang and text else text

    def _draw(self, path: str, shown: Callable[[Value], Any]) -> str:
        """Set the field from the store, unless what stands in it could not be kept yet. Returns its key."""
        key = self._key(path)
        if waiting := _memory(WAITING).get(key):
            st.session_state[key] = waiting.given
            return key
        self._notice(path, key)
        _memory(DRAWN)[key] = self.value(path)
        st.session_state[key] = shown(self.value(path))
        return key

    def _notice(self, path: str, key: str) -> None:
        """Whether somebody else has answered after this person did."""
        entry, mine = self.work.entries.get(path), _memory(MINE).get(key)
        if entry and mine and entry.change > mine[0] and entry.who != current_person() and entry.value != mine[1]:
            _memory(CLASHES)[key] = Clash(mine[1], entry.value, "theirs")
            _memory(MINE).pop(key)

    def _keep(self, path: str, key: str, kept: Callable[[Any], Value]) -> None:
        """What the person gave goes to the store; if it cannot, it stays in the field and is told of."""
        given, seen = st.session_state[key], _memory(DRAWN).get(key)
        done = tried(lambda: self._save({path: kept(given)}, {path: seen}))
        if isinstance(done, BadInput):
            _memory(WAITING)[key] = Waiting(given, kept, done)

    def keep(self, path: str, new: Value, *, seen: Value) -> BadInput | None:
        """Keep a value, and remember what came of it; what is wrong if it could not be kept."""
        done = tried(lambda: self._save({path: new}, {path: seen}))
        return done if isinstance(done, BadInput) else None

    def put(self, key: str, values: Mapping[str, Value]) -> None:
        """Keep several values at once, or none of them; if it could not be done, `told` says so at the same key."""
        seen = {path: self.value(path) for path in values}
        attempt(self._key(key), lambda: self._save(values, seen))

    def take_out(self, key: str, under: str) -> None:
        """Take out a row of a list; if it could not be done, `told` says so at the same key."""
        self.attempt(key, lambda: actions.take_out(the_store(), self.work, under, **_by_now()))

    def undo(self, key: str, past: Past) -> None:
        """Put back what stood there before a change; if it could not be done, `told` says so at the same key."""

        def back() -> Saved:
            saved = actions.undo(the_store(), self.work, past, **_by_now())
            return self._remember(saved, {past.path: past.old})

        attempt(self._key(key), back)

    def attempt(self, key: str, action: Callable[[], Any]) -> Done | None:
        """Do what a button asks for, and say what came of it; if it could not be done, `told` says so at this key."""

        def noted() -> Any:
            found = action()
            return self._remember(found) if isinstance(found, Saved) else found

        return attempt(self._key(key), noted)

    def told(self, key: str) -> Done | None:
        """Beside a button: why its attempt failed, with a "Try again"; or, once, what came of it."""
        return told(self._key(key), self.language)

    def waits(self, under: str) -> bool:
        """Whether something that was given under a path could not be kept yet."""
        return any(key.startswith(f"{self._key(under)}/") for key in _memory(WAITING))

    def _key(self, name: str) -> str:
        return f"{self.work.kept.id}:{name}"

    def _save(self, values: Mapping[str, Value], seen: Mapping[str, Value]) -> Saved:
        changes = [Change(path, new, seen.get(path)) for path, new in values.items()]
        return self._remember(actions.answer_all(the_store(), self.work, changes, **_by_now()), values)

    def _remember(self, saved: Saved, values: Mapping[str, Value] | None = None) -> Saved:
        """Note what was kept and when, and whose answer was overtaken by it."""
        new = {self._key(path): value for path, value in (values or {}).items()}
        _memory(DRAWN).update(new)
        for key in new:
            _memory(WAITING).pop(key, None)
        if saved.change is not None:
            _memory(MINE).update({key: (saved.change, value) for key, value in new.items()})
        if saved.at is not None:
            self.remember(saved.at)
        for one in saved.overtaken:
            if (key := self._key(one.path)) in new:
                _memory(CLASHES)[key] = Clash(new[key], one.theirs, "mine")
        return saved

    def remember(self, at: datetime) -> None:
        """Note when something was last kept."""
        _memory(SAVED)[self.work.kept.id] = at

    def _after(self, path: str, key: str, names: Names | None = None) -> None:
        """Beneath a field: what could not be kept, and what somebody else answered."""
        if waiting := _memory(WAITING).get(key):
            self._tell(path, key, waiting)
        elif clash := _memory(CLASHES).get(key):
            self._settle(path, key, clash, names or {})

    def _tell(self, path: str, key: str, waiting: Waiting) -> None:
        w = words(self.language)
        for fault in waiting.why.faults:
            self._fault(replace(fault, place="").in_(w.gettext))
        if can_retry(waiting.why):
            st.button(w.gettext("Try again"), key=f"again:{key}", on_click=self._keep, args=(path, key, waiting.kept))

    def _settle(self, path: str, key: str, clash: Clash, names: Names) -> None:
        w = words(self.language)
        said = {
            "theirs": w.gettext("Somebody else has changed this since you answered. Theirs stands now."),
            "mine": w.gettext("Somebody else answered this at the same time. Yours stands now."),
        }
        show(
            "clash",
            self.language,
            said=said[clash.stands],
            mine=self._in_words(clash.mine, names),
            theirs=self._in_words(clash.theirs, names),
        )
        other, label = (
            (clash.mine, w.gettext("Put mine back"))
            if clash.stands == "theirs"
            else (clash.theirs, w.gettext("Put theirs back"))
        )
        with st.container(horizontal=True):
            st.button(label, key=f"other:{key}", on_click=self._put, args=(path, key, other))
            st.button(w.gettext("Leave it as it is"), key=f"leave:{key}", on_click=_forget, args=(key,))

    def _put(self, path: str, key: str, value: Value) -> None:
        _forget(key)
        self.keep(path, value, seen=work_of(self.work.kept.id).value(path))

    def _in_words(self, value: Value, names: Names) -> str:
        if is_nothing(value):
            return words(self.language).gettext("nothing")
        return text_of(value) if isinstance(value, dict) else names.get(value, str(value))

    def _fault(self, sentence: str) -> None:
        show("fault", self.language, sentence=sentence)


def open_sheet(id_: str, language: str) -> Sheet:
    """The fields of an assessment as it is kept now."""
    return Sheet(work_of(id_), language)


def text_of(value: Value) -> str:
    """The words in a value: a text, a note's, or what could not be read yet."""
    if isinstance(value, dict):
        return str(value.get("text") or value.get(TYPED) or "")
    return "" if value is None else str(value)


def _by_now() -> dict[str, Any]:
    """Whose save it is, and when."""
    return {"who": current_person(), "at": now()}


def saved_at(id_: str) -> datetime | None:
    """When this session last kept something of an assessment."""
    at: datetime | None = _memory(SAVED).get(id_)
    return at


def anything_waits() -> bool:
    """Whether something that was given in this session could not be kept yet."""
    return bool(_memory(WAITING))


def _memory(name: str) -> dict[str, Any]:
    memory: dict[str, Any] = st.session_state.setdefault(name, {})
    return memory


def _forget(key: str) -> None:
    _memory(CLASHES).pop(key, None)


def _as_given(value: Any) -> Value:
    given: Value = value
    return given


def _as_day(text: str) -> Value:
    if not text.strip():
        return None
    day = read_day(text)
    return day.isoformat() if day else typed(text)


def _as_number(text: str) -> Value:
    digits = text.strip()
    if not digits:
        return None
    # More digits are no number of people, and Python refuses to read some thousand of them.
    readable = digits.isdecimal() and digits.isascii() and len(digits) < 10
    return int(digits) if readable and int(digits) > 0 else typed(text)
