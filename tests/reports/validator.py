"""veraPDF, where its command is installed: what it has to say against a file. Our own checks always run beside it."""

import shutil
import subprocess
import tempfile
from pathlib import Path

COMMAND = "verapdf"


def complaints(data: bytes, *flavours: str) -> list[str]:
    """What the validator finds wrong by each standard (`3a`, `ua1`); nothing where it is not installed."""
    if shutil.which(COMMAND) is None:
        return []
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "report.pdf"
        file.write_bytes(data)
        found = [
            subprocess.run([COMMAND, "--format", "text", "-v", "--flavour", flavour, str(file)], capture_output=True)
            for flavour in flavours
        ]
    return [one.stdout.decode() for one in found if not one.stdout.startswith(b"PASS")]
