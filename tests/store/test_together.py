"""Many at once: threads, processes, and a process that is killed."""

import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from tests.store.kept import AT, LEVEL, draft, everything, put, values

ROOT = Path(__file__).parents[2]
SAVER = """
import sys
from assessment.store import Change, Store
from tests.store.kept import AT
store = Store.open()
print("ready", flush=True)
number = int(sys.argv[2])
while True:
    number += 1
    store.save(sys.argv[1], [Change(f"a/{number % 7}", number, None)], who="ann", at=AT)
    print(number, flush=True)
"""
OPENER = "from assessment.store import Store; Store.open().all()"
ROUNDS = 20


def together(*works):
    """Run the works at the same moment, each in a thread of its own; what each returned."""
    begin = Barrier(len(works))

    def run(work):
        begin.wait()
        return work()

    with ThreadPoolExecutor(len(works)) as threads:
        return [done.result() for done in [threads.submit(run, work) for work in works]]


def test_two_people_answer_different_questions_at_once(store):
    """Both answers are kept, and nobody overtook anybody."""
    id_ = draft(store)
    saved = together(
        lambda: put(store, id_, "a/level", 1, who="ann"),
        lambda: put(store, id_, "b/level", 2, who="bob"),
    )
    assert [one.overtaken for one in saved] == [(), ()]
    assert {path: values(store, id_)[path] for path in ("a/level", "b/level")} == {"a/level": 1, "b/level": 2}


def test_two_people_answer_the_same_question_at_once(store):
    """One of them is told of the other's answer, which the history holds."""
    id_ = draft(store)
    said = {"ann": 2, "bob": 3}
    saved = together(*(lambda who=who: put(store, id_, LEVEL, said[who], seen=1, who=who) for who in said))
    (told,) = [one for save in saved for one in save.overtaken]
    last = store.history(id_, LEVEL)[0]
    assert (last.old, last.new) == (told.theirs, said[last.who])
    assert {told.who, last.who} == {"ann", "bob"}
    assert values(store, id_)[LEVEL] == last.new


def test_nothing_is_lost_when_many_save(store):
    """Eight people save fifty answers each, on one assessment and on others: none is refused, all are there."""
    shared, people = draft(store, said={}), range(8)
    own = {person: draft(store, said={}) for person in people}

    def work(person):
        for number in range(25):
            put(store, shared, f"{person}/{number}", number, who=str(person))
            put(store, own[person], f"{number % 5}", number, who=str(person))
        return store.entries(own[person])

    for person, found in enumerate(together(*(lambda person=person: work(person) for person in people))):
        assert {path: entry.value for path, entry in found.items()} == {str(n): 20 + n for n in range(5)}
        assert [past.new for past in store.history(own[person])] == list(range(25))[::-1]
    assert values(store, shared).keys() == {f"{person}/{number}" for person in people for number in range(25)}
    assert len(store.history(shared)) == 200


def test_new_projects_of_one_organisation_start_at_once(store):
    """Eight first assessments of the same rubric and organisation find room beside one another."""
    ids = together(*(lambda: draft(store) for _ in range(8)))
    assert {kept.id for kept in store.all()} == set(ids)


def test_many_processes_open_a_new_store_at_once(database, opened):
    """The tables are made once, and nobody is turned away."""
    command = [sys.executable, "-c", OPENER]
    processes = [subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE) for _ in range(5)]
    assert [process.communicate(timeout=60)[1] for process in processes] == [b""] * 5
    assert everything(opened()) == {}


def test_what_was_confirmed_outlives_a_kill(folder, opened):
    """A process is killed while it saves, twenty times: every save that it had confirmed is there."""
    store = opened()
    id_ = draft(store, said={})
    number = 0
    for round_ in range(ROUNDS):
        number = confirmed_before_kill(id_, number, 20 + round_)
        found = [past.new for past in store.history(id_)]
        assert found[0] in (number, number + 1)
        assert found == list(range(found[0], 0, -1))
        number = found[0]
    assert max(values(store, id_).values()) == number
    assert store.find(id_).changed == AT


def confirmed_before_kill(id_, begin, after):
    """Start a process that saves, kill it once it has confirmed so many; the last number it printed."""
    command = [sys.executable, "-c", SAVER, id_, str(begin)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout:
            if line.strip() == str(begin + after):
                process.send_signal(signal.SIGKILL)
                break
        rest = [int(part) for part in process.stdout.read().split("\n")[:-1]]
    return rest[-1] if rest else begin + after
