"""What is hidden stays hidden, whichever way the portfolio is cut, and whatever is taken from what.

Two portfolios that differ in nothing but what is hidden give the same answer to every question, for every cut. So no
difference between two cuts can differ either: whoever subtracts one filter from another learns nothing.
"""

import itertools
import json
import secrets
import sys
from collections import Counter
from contextlib import contextmanager
from dataclasses import replace

import psycopg
import pytest
from sqlalchemy import select

from assessment.core.portfolio.cut import Cut
from assessment.portfolio.comparing import chosen
from assessment.store import Store, tables
from assessment.store.engine import reading
from assessment.store.portfolio.cutting import compared
from assessment.store.portfolio.heads import heads
from assessment.store.portfolio.overview import overview
from assessment.store.portfolio.projects import listed
from assessment.store.portfolio.promising import kept_at
from assessment.store.portfolio.reach import reach
from assessment.store.portfolio.showing import forms
from assessment.store.portfolio.taking import taken
from tests.portfolio import asking
from tests.portfolio.worlds import BIG, RUBRIC, SENSITIVE, SMALL, Hidden, cuts, offered, projects, shared, single_cuts
from tests.store.postgres import USER

WAYS = {"from outside": offered, "shared by teams": shared}
WRITTEN = {}
PORTFOLIO = (
    tables.shown,
    tables.shown_forms,
    tables.shown_groups,
    tables.stage_results,
    tables.value_results,
    tables.cell_results,
    tables.promise_results,
    tables.barrier_marks,
    tables.project_tags,
)


@contextmanager
def made(way, addresses, hidden):
    """Portfolios made alike, each with something hidden; their ids come in the order of asking, so they agree."""
    stores = []
    with pytest.MonkeyPatch.context() as patch:
        for address, one in zip(addresses, hidden, strict=True):
            numbers = itertools.count(1)
            for name, module in list(sys.modules.items()):
                if name.startswith("assessment.") and hasattr(module, "new_id"):
                    patch.setattr(module, "new_id", lambda numbers=numbers: f"{next(numbers):016x}")
            stores.append(Store.open(address))
            # What a question is in SQL is the same for all of them, and takes longer to write than to answer.
            stores[-1].engine.update_execution_options(compiled_cache=WRITTEN)
            WAYS[way](stores[-1], one)
    yield stores
    for store in stores:
        store.close()


def in_files(folder):
    """Where two portfolios are in SQLite."""
    return [f"sqlite:///{folder}/{letter}.db" for letter in "ab"]


@pytest.fixture(params=WAYS, scope="module")
def pair(request, tmp_path_factory):
    """Two portfolios in SQLite that differ only in what is hidden. They are only looked at."""
    with made(request.param, in_files(tmp_path_factory.mktemp("pair")), [Hidden("A"), Hidden("B")]) as stores:
        yield stores


@pytest.fixture(params=WAYS)
def postgres_pair(request, postgres):
    """The same in PostgreSQL."""
    addresses = []
    for _ in range(2):
        name = f"gyda_{secrets.token_hex(6)}"
        with psycopg.connect(host=str(postgres), user=USER, dbname="postgres", autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        addresses.append(f"postgresql://{USER}@/{name}?host={postgres}")
    with made(request.param, addresses, [Hidden("A"), Hidden("B")]) as stores:
        yield stores


def _unlike(stores, some, *, seldom=None):
    """The questions to which two portfolios give different answers for these cuts; `seldom`: for what takes long."""
    one, other = stores
    return {
        name
        for name, function in asking.questions().items()
        for cut in (some if seldom is None or name not in asking.SELDOM else seldom)
        if asking.answers(name, function, one, cut) != asking.answers(name, function, other, cut)
    }


def test_no_question_can_tell_two_portfolios_apart_that_differ_only_in_what_is_hidden(pair):
    """Every question there is, for no filter and for each: the same answers, so the same differences."""
    assert len(asking.questions()) >= 12
    assert _unlike(pair, [Cut(rubric=RUBRIC.name), *single_cuts(pair[0])]) == set()


@pytest.mark.parametrize("pair", ["from outside"], indirect=True)
def test_two_filters_at_once_tell_no_more_than_one(pair):
    """The same for every two filters of different kinds."""
    assert _unlike(pair, cuts(pair[0]), seldom=()) == set()


def test_it_is_so_on_postgresql(postgres_pair):
    """The same questions, for some of the filters: each kind is asked in the same way on both databases."""
    assert _unlike(postgres_pair, single_cuts(postgres_pair[0])[::3]) == set()


def test_projects_beside_each_other_tell_nothing_hidden(pair):
    """Shared forms, what became of promises, the list of projects and the comparison of several are the same."""
    told = []
    for store in pair:
        found = projects(store)
        kept = [kept_at(store, form.id) for form in forms(store, projects=found)]
        side_by_side = [
            chosen(store, some, rubric=RUBRIC.name, drafts=drafts)
            for some in itertools.combinations(found, 2)
            for drafts in (True, False)
        ]
        told.append((heads(store), forms(store, projects=found), kept, side_by_side))
    assert told[0] == told[1]


def test_the_questions_would_notice_what_is_not_hidden(tmp_path):
    """Two portfolios that differ in what may be read are told apart: the test above can fail."""

    class Open(Hidden):
        """Five more people see the question otherwise, and what is published of them differs."""

        @property
        def published(self):
            return [voice | {"answers": {"co_design.trust": 3}} for voice in super().published]

    with made("from outside", in_files(tmp_path), [Hidden("A"), Open("A")]) as stores:
        assert "assessment.store.portfolio.taking.taken" in _unlike(stores, single_cuts(stores[0])[:1])


def test_taking_one_filter_from_another_finds_no_row_of_a_small_place(pair):
    """Wherever two cuts differ by the small place alone, their difference has only its rows that may be read."""
    store, tried = pair[0], 0
    every = [(cut, _projects(store, cut), reach(store, cut), _overview(store, cut)) for cut in cuts(store)]
    for (_, more, there, seen), (_, fewer, here, beside) in itertools.permutations(every, 2):
        if set(more.values()) - set(fewer.values()) != {SMALL} or fewer.keys() - more.keys():
            continue
        tried += 1
        left = _rows(there) - _rows(here)
        assert left
        assert not [row for row in left if row[0] in SENSITIVE]
        assert not [group for group in _missed(seen) - _missed(beside) if group in SENSITIVE]
    assert tried > 5


def test_the_same_rows_can_be_read_of_a_place_that_is_big_enough(pair):
    """So nothing is hidden by having been left out of the questions."""
    store = pair[0]
    groups = {row[0] for row in _rows(reach(store, cuts(store)[0]))}
    assert set(SENSITIVE) <= groups


def _projects(store, cut):
    """The names of the projects that a cut compares, by id."""
    with reading(store.engine) as connection:
        wanted = select(tables.shown.c.assessment_id, tables.shown.c.name).where(compared(cut))
        return dict(connection.execute(wanted).all())


def _overview(store, cut):
    return overview(store, cut, stages=RUBRIC.order, values=RUBRIC.columns, apart=(), groups=99)


def _rows(found):
    """How many projects say what of a group in a stage."""
    return Counter({(*key, presence): count for key, said in found.counts.items() for presence, count in said.items()})


def _missed(found):
    return Counter({one.group: one.not_reached for one in found.missed})


@pytest.mark.parametrize("letter", "AB")
@pytest.mark.parametrize("way", WAYS)
def test_nothing_hidden_stands_anywhere_in_the_portfolios_tables(file_store, way, letter):
    """Whoever opens the database and searches all that belongs to the portfolio finds no word and no id of it."""
    hidden = Hidden(letter)
    WAYS[way](file_store, hidden)
    raw = {table.name: _raw(file_store, table) for table in PORTFOLIO}
    assert BIG in raw["shown"]
    assert SMALL in raw["shown_forms"]
    assert {name for name, text in raw.items() if hidden.secret in text} == set()
    little = {name: _raw(file_store, table, of=_ids_of(file_store, SMALL)) for name, table in _BY_ASSESSMENT.items()}
    assert little["shown_forms"]
    assert {name for name, text in little.items() for group in SENSITIVE if group in text} == set()
    assert not [form for form in forms(file_store, projects=projects(file_store)) if "voices" in json.loads(form.form)]


_BY_ASSESSMENT = {table.name: table for table in PORTFOLIO if "assessment_id" in table.c}


def _ids_of(store, name):
    with reading(store.engine) as connection:
        return [
            id_
            for id_, said in connection.execute(select(tables.shown.c.assessment_id, tables.shown.c.name))
            if said == name
        ]


def _raw(store, table, of=None):
    """All that a table holds of the assessments that are shown, as text. Results of others are the team's own."""
    shown = select(tables.shown.c.assessment_id)
    wanted = select(table)
    if "assessment_id" in table.c:
        wanted = wanted.where(table.c.assessment_id.in_(shown if of is None else of))
    with reading(store.engine) as connection:
        return "\n".join(str(tuple(row)) for row in connection.execute(wanted))


def test_a_record_is_never_told_beside_the_id_it_is_made_from(pair):
    """Who had both could try which hidden rows give the record's name."""
    store = pair[0]
    ids_ = [form.id for form in forms(store, projects=projects(store))]
    told = [replace(one, project="") for one in taken(store, cuts(store)[0])]
    assert told
    assert not [id_ for id_ in ids_ for one in told if id_ in repr(one)]


def test_every_filter_of_these_tests_finds_somebody(pair):
    """None of the answers above is the same only because it is empty."""
    assert not [cut for cut in single_cuts(pair[0]) if not listed(pair[0], cut).total and not cut.status]
