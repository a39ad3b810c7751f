"""Reading rubrics: what a rubric author is told, and that a fault never hides another."""

import shutil

import pytest

from assessment import strict_yaml
from assessment.core.fault import BadInput
from assessment.core.rubric import Rubric
from assessment.library import SHELF, content_hash, find, load, names, whole


@pytest.fixture
def copy(tmp_path):
    """The real rubric in a folder that may be broken."""
    return shutil.copytree(SHELF / "involvement", tmp_path / "involvement")


def told(folder) -> list[str]:
    """What `load` says of a folder."""
    with pytest.raises(BadInput) as caught:
        load(folder)
    return [fault.in_(str) for fault in caught.value.faults]


def change(path, edit):
    """Rewrite a file of the rubric."""
    tree = strict_yaml.load(path.read_bytes())
    edit(tree)
    path.write_text(strict_yaml.dump(tree), encoding="utf-8")


def test_the_shelf_holds_the_rubric_by_its_name():
    """An answers file finds it as involvement/1."""
    assert names() == ["involvement/1"]
    assert find("involvement/1").version == "1.2"


@pytest.mark.parametrize("name", ["involvement/2", "involvement", "../secret/1", "/etc/1", "", None, "INVOLVEMENT/1"])
def test_a_name_that_is_not_on_the_shelf_is_refused_with_those_that_are(name):
    """A path is no name, and the answer says what there is."""
    with pytest.raises(BadInput, match="Use one of: involvement/1"):
        find(name)


def test_a_missing_welsh_text_is_named_by_file_and_question(copy):
    """An author is told where, what, and what to add."""
    change(copy / "stages/co_design.yaml", lambda tree: tree["questions"]["trust"]["statement"].pop("cy"))
    (line,) = told(copy)
    assert "co_design.yaml" in line
    assert "questions, trust, statement" in line
    assert "no Welsh text. Add it under 'cy:'." in line


def test_every_fault_is_named_at_once(copy):
    """Two faults in two files are both there."""
    change(copy / "stages/co_design.yaml", lambda tree: tree["questions"]["trust"]["hint"].pop("en"))
    change(copy / "stages/co_delivery.yaml", lambda tree: tree.update(colour="blue"))
    lines = told(copy)
    assert len(lines) == 2
    assert any("co_design.yaml" in line and "no English text" in line for line in lines)
    assert any("co_delivery.yaml" in line and "colour" in line for line in lines)


def test_a_level_that_is_missing_is_named(copy):
    """Each question has a sentence for each level of the scale."""
    change(copy / "stages/co_design.yaml", lambda tree: tree["questions"]["trust"]["levels"].pop(2))
    (line,) = told(copy)
    assert "co_design.trust, levels" in line
    assert "missing or not known: 2." in line


def test_a_source_that_nobody_listed_is_named(copy):
    """A text cannot rest on something that the rubric does not cite."""
    change(copy / "stages/co_design.yaml", lambda tree: tree["questions"]["trust"]["hint"].update(source="rumour p. 3"))
    (line,) = told(copy)
    assert "'rumour' is not under 'sources'" in line


def test_a_challenge_that_no_rule_raises_is_named(copy):
    """Words without a rule would never be seen."""
    change(copy / "challenges.yaml", lambda tree: tree["challenges"][0].update(code="too_many_biscuits"))
    (line,) = told(copy)
    assert "too_many_biscuits" in line


def test_a_passage_of_the_law_beside_a_step_that_is_not_there_is_named(copy):
    """A passage that stands beside no step of the spectrum would never be seen there."""
    change(copy / "law.yaml", lambda tree: tree["law"]["passages"][0].update(beside=["listening"]))
    (line,) = told(copy)
    assert "'listening' is not a step of the spectrum" in line


def test_a_mark_that_is_not_set_leaves_the_hash_alone(copy):
    """A rubric from before there was the mark is found again by its hash."""
    change(copy / "conditions.yaml", lambda tree: [one.pop("costs", None) for one in tree["conditions"]])
    bare = load(copy)
    assert '"costs"' not in whole(bare)
    assert whole(Rubric.model_validate_json(whole(bare))) == whole(bare)
    assert content_hash(bare) != content_hash(load(SHELF / "involvement"))


def test_the_content_hash_moves_with_any_word(copy):
    """A release cannot be changed in silence."""
    before = content_hash(load(SHELF / "involvement"))
    change(copy / "stages/co_design.yaml", lambda tree: tree["questions"]["trust"]["hint"].update(en="Another."))
    assert content_hash(load(copy)) != before
