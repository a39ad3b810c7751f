"""The layers of pyproject.toml leave nothing out."""

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
LAYERS = {name.strip() for contract in CONTRACTS for layer in contract.get("layers", []) for name in layer.split("|")}


def modules(package):
    """Every module and package right under a package, by its full name."""
    for path in (ROOT / package).iterdir():
        if (path.suffix == ".py" and path.stem != "__init__") or (path / "__init__.py").exists():
            yield f"{package}.{path.stem}"


def test_every_module_has_its_layer():
    """A module that no contract names would be free to import anything."""
    assert set(modules("assessment")) - LAYERS == set()


def test_no_layer_is_named_for_a_module_that_went():
    """A layer of nothing keeps nothing apart."""
    assert LAYERS - set(modules("assessment")) == {"reports"}


def test_the_app_imports_only_streamlit_and_the_screens():
    """app.py wires the screens to Streamlit and knows nothing below them."""
    imports = list(ast.walk(ast.parse((ROOT / "app.py").read_text(encoding="utf-8"))))
    names = {node.module for node in imports if isinstance(node, ast.ImportFrom)}
    names |= {alias.name for node in imports if isinstance(node, ast.Import) for alias in node.names}
    assert {name for name in names if name != "streamlit" and not name.startswith("assessment.ui")} == set()


def test_the_app_stays_thin():
    """app.py is wiring, under 60 lines."""
    assert len((ROOT / "app.py").read_text(encoding="utf-8").splitlines()) < 60


def test_nobody_waits_for_pandas_before_a_page_shows_numbers():
    """What the first page draws with, and what is kept, leaves pandas and WeasyPrint to the pages that need them."""
    start = (ROOT / "assessment/ui/screens/start.py").read_text(encoding="utf-8")
    needed = [node.module for node in ast.parse(start).body if isinstance(node, ast.ImportFrom)]
    asked = f"import sys, assessment.ui.trouble, assessment.ui.frame, {', '.join(needed)}; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "assessment.actions" in loaded
    assert loaded & {"pandas", "weasyprint"} == set()
