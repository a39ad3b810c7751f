"""Finds and reads the rubrics in rubrics/: a folder of YAML files becomes one frozen Rubric."""

import hashlib
import json
import re
from functools import cache, lru_cache
from pathlib import Path

from pydantic import ValidationError

from assessment import strict_yaml
from assessment.core.consistency import inconsistencies
from assessment.core.fault import N_, BadInput, Fault, Message
from assessment.core.reading import faults_of
from assessment.core.rubric import Rubric
from assessment.plain_tree import Tree

SHELF = Path(__file__).parent.parent / "rubrics"
MAIN = "rubric.yaml"
STAGES = "stages"
NAME = re.compile(r"[a-z][a-z0-9_]*/[0-9]+")


def names() -> list[str]:
    """The rubrics on the shelf, as answers files name them: `involvement/1`."""
    return [load(folder).name for folder in folders()]


def folders() -> list[Path]:
    """The folders of the rubrics on the shelf."""
    return sorted(path.parent for path in SHELF.glob(f"*/{MAIN}"))


def find(name: object) -> Rubric:
    """The rubric that an answers file names; BadInput if there is none."""
    if isinstance(name, str) and NAME.fullmatch(name):
        folder = SHELF / name.split("/")[0]
        if (folder / MAIN).is_file() and load(folder).name == name:
            return load(folder)
    shown = name[:60] if isinstance(name, str) else ""
    raise BadInput(
        Fault(
            "rubric",
            Message(N_("there is no rubric '{name}'."), {"name": shown}),
            Message(N_("Use one of: {names}."), {"names": ", ".join(names())}),
        )
    )


@cache
def load(folder: Path) -> Rubric:
    """Read one rubric; BadInput with every fault in all of its files, by file and id."""
    tree, files = gather(folder)
    try:
        rubric = Rubric.model_validate_json(json.dumps(tree))
    except ValidationError as error:
        raise BadInput(*(in_file(fault, files) for fault in faults_of(error, tree))) from None
    if faults := inconsistencies(rubric):
        raise BadInput(*(in_file(fault, files) for fault in faults))
    return rubric


def gather(folder: Path) -> tuple[dict[str, Tree], dict[str, str]]:
    """The files of a rubric as one tree, and which file each key, or stage, stands in."""
    if not (folder / MAIN).is_file():
        raise BadInput(
            Fault(
                str(folder),
                Message(N_("there is no {main} in this folder."), {"main": MAIN}),
                Message(N_("Name the folder of a rubric, such as {example}."), {"example": "rubrics/involvement"}),
            )
        )
    tree: dict[str, Tree] = {}
    stages: dict[str | int, Tree] = {}
    files: dict[str, str] = {}
    faults: list[Fault] = []
    for path in sorted(folder.glob("*.yaml")):
        for key, value in _mapping(path, folder, faults).items():
            if key in tree:
                faults.append(_twice(path, folder, key, files[str(key)]))
            tree[str(key)], files[str(key)] = value, _name(path, folder)
    for path in sorted((folder / STAGES).glob("*.yaml")):
        stages[path.stem] = dict(_mapping(path, folder, faults))
        files[path.stem] = _name(path, folder)
    if stages:
        tree[STAGES] = stages
    if faults:
        raise BadInput(*faults)
    return tree, files


def _mapping(path: Path, folder: Path, faults: list[Fault]) -> dict[str | int, Tree]:
    name = _name(path, folder)
    try:
        tree = strict_yaml.load(path.read_bytes())
    except BadInput as error:
        faults += [Fault(_join(name, f.place), f.wrong, f.remedy) for f in error.faults]
        return {}
    if not isinstance(tree, dict):
        faults.append(Fault(name, Message(N_("keys with values belong here.")), Message(N_("See rubrics/README.md."))))
        return {}
    return tree


def _twice(path: Path, folder: Path, key: object, first: str) -> Fault:
    return Fault(
        _join(_name(path, folder), str(key)),
        Message(N_("this stands in {file} too."), {"file": first}),
        Message(N_("Keep one of them.")),
    )


def _name(path: Path, folder: Path) -> str:
    return str(Path(folder.name) / path.relative_to(folder))


def _join(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def in_file(fault: Fault, files: dict[str, str]) -> Fault:
    """The fault with its file before its place."""
    first, *rest = fault.place.split(", ")
    if first == STAGES and rest:
        first, *rest = rest
    stage = first.split(".")[0]
    name = files.get(first) or files.get(stage) or MAIN
    inner = rest if first in files and name.endswith(f"{first}.yaml") else [first, *rest]
    return Fault(_join(name, *inner), fault.wrong, fault.remedy)


def content_hash(rubric: Rubric) -> str:
    """SHA-256 of a rubric's JSON with its keys sorted: stands on each report, so that a change cannot hide."""
    return hashlib.sha256(_json(rubric, sort_keys=True).encode()).hexdigest()


def whole(rubric: Rubric) -> str:
    """A rubric as JSON in its own order (a list of sources has one), from which it can be read again as it is."""
    return _json(rubric, sort_keys=False)


def _json(rubric: Rubric, *, sort_keys: bool) -> str:
    tree = rubric.model_dump(mode="json", by_alias=True)
    return json.dumps(tree, ensure_ascii=False, sort_keys=sort_keys, separators=(",", ":"))


@lru_cache(maxsize=64)  # what strangers ask for must not pile up
def unchanged(name: str, content_sha256: str) -> Rubric | None:
    """The rubric of this name if it is on the shelf and still says the same; else None."""
    try:
        rubric = find(name)
    except BadInput:
        return None
    return rubric if content_hash(rubric) == content_sha256 else None
