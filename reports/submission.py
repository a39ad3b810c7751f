"""What a report says of its own state: a draft, or an assessment that was submitted."""

import datetime
from dataclasses import asdict, dataclass
from typing import Any, Final, Literal, get_args

State = Literal["draft", "submitted", "withdrawn"]
LONGEST_ADDRESS: Final = 200
"""Characters of an address that a QR code holds so that it can still be read from paper."""


@dataclass(frozen=True)
class Submission:
    """The state of an assessment when its report was made, and what proves that it has not changed since.

    `record` is the SHA-256 of the whole record as it was frozen; `address` is where this Gyda is to be
    found, empty where it has no address.
    """

    state: State = "draft"
    day: datetime.date | None = None
    record: str = ""
    address: str = ""

    def __post_init__(self) -> None:
        """ValueError where a state says less than it has to, or where no code could hold the address."""
        if self.state not in get_args(State) or (self.state != "draft") != (self.day is not None):
            raise ValueError("what was submitted has its day, and a draft has none")
        if len(self.address) > LONGEST_ADDRESS:
            raise ValueError("no such address")

    @property
    def final(self) -> bool:
        """Whether it holds: submitted, and not withdrawn."""
        return self.state == "submitted"

    @property
    def plain(self) -> dict[str, Any]:
        """Plain values, from which `of` makes the same again."""
        return {**asdict(self), "day": self.day.isoformat() if self.day else None}

    @classmethod
    def of(cls, plain: dict[str, Any]) -> "Submission":
        """A submission from its plain values; ValueError or TypeError for anything else."""
        day = plain["day"]
        return cls(**{**plain, "day": datetime.date.fromisoformat(day) if day else None})


DRAFT: Final = Submission()
