"""What an invented portfolio says, in both languages: words.yaml beside this file."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

from assessment import strict_yaml

FILE = Path(__file__).with_name("words.yaml")
ELSE = "else"


class Words:
    """The pools of words. A pair is a text in each language."""

    def __init__(self) -> None:
        self.pools: Any = strict_yaml.load(FILE.read_bytes())

    def pool(self, name: str) -> Sequence[Mapping[str, Any]]:
        """All of a pool."""
        found: Sequence[Mapping[str, Any]] = self.pools[name]
        return found

    def by_id(self, name: str, id_: str) -> Sequence[Any]:
        """What a pool has for an id of the rubric, or for any other."""
        found: Sequence[Any] = self.pools[name].get(id_, self.pools[name][ELSE])
        return found

    def one(self, random: Random, name: str, language: str) -> str:
        """One text of a pool of pairs."""
        return str(random.choice(self.pool(name))[language])
