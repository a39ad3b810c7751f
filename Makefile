# Gyda: `make` alone says what there is.
PYTHON ?= python3
GYDA_PORT ?= 8501
venv := .venv
python := $(venv)/bin/python
pip := $(python) -m pip install --quiet --disable-pip-version-check

.PHONY: help run test lint bench soak fmt lock
.DEFAULT_GOAL := help

help:
	@echo "make run     set up on the first run, then open Gyda on http://127.0.0.1:$(GYDA_PORT)"
	@echo "make test    set up, then lint, types, layers and all tests"
	@echo "make lint    lint, types and layers only"
	@echo "make fmt     put the code into its one format"
	@echo "make bench   measure the speed; writes the table of docs/performance.md"
	@echo "make soak    the long measurements: a thousand reports, many thousand assessments and answers"
	@echo "make lock    write the two requirements files from pyproject.toml (UPGRADE=1: newest releases)"
	@echo
	@echo "GYDA_PORT=8600 make run opens it on another port."

run: $(venv)/run
	@$(python) -I -S .ci/packages.py packages.txt
	@exec $(python) -m streamlit run app.py --server.address 127.0.0.1 --server.port $(GYDA_PORT)

test: lint
	@$(python) -I -S .ci/packages.py packages.txt packages-test.txt
	@$(python) -m pytest -n 2

lint: $(venv)/dev
	@$(python) -m ruff check
	@$(python) -m ruff format --check
	@$(python) -m mypy
	@$(python) -c "from importlinter.cli import lint_imports_command as c; c(['--no-logo'])"

fmt: $(venv)/dev
	@$(python) -m ruff check --fix --select I,UP
	@$(python) -m ruff format

bench: $(venv)/dev
	@$(python) -I -S .ci/packages.py packages.txt packages-test.txt
	@$(python) -m tests.bench

soak: $(venv)/dev
	@$(python) -I -S .ci/packages.py packages.txt packages-test.txt
	@$(python) -m tests.bench --soak

lock: $(venv)/dev
	@.ci/lock

# The stamps stand in the virtual environment and go with it: a second run installs nothing.
$(python):
	@.ci/venv $(PYTHON) $(venv)

$(venv)/run: requirements.txt | $(python)
	@echo "Installing what Gyda needs …"
	@$(pip) --requirement requirements.txt
	@touch $@

$(venv)/dev: requirements-dev.txt $(venv)/run
	@echo "Installing what its tests need …"
	@$(pip) --requirement requirements-dev.txt
	@touch $@
