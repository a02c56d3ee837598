# make demo: set up and score a sample; make app: the front end; make test: all tests; make check: the whole gate;
# make bench: measure, and write docs/benchmarks.md.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check

# Seconds for each of eight targets. .ci/run has a short run of each.
FUZZ_SECONDS ?= 300

.PHONY: demo app test lint check bench bench-pages fuzz lock samples clean

demo: $(VENV)/.installed
	$(BIN)/ats-medai score sample_resumes/imaging_engineer/resume.pdf --job sample_resumes/imaging_engineer/job.txt

app: $(VENV)/.installed
	$(BIN)/ats-medai app

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n 2 --dist loadfile

lint: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/ats-medai keywords check

check: test lint

bench: $(VENV)/.dev
	$(BIN)/python benchmarks/bench.py --corpus ../shared/corpus/resumes

# What a person waits for in the front end, in Chromium against the real server: writes docs/pages.md.
bench-pages: $(VENV)/.dev
	$(BIN)/python benchmarks/pages.py --write

# Guided by coverage where atheris has a wheel (Linux on x86_64); else the seeds are changed at random. Each run goes on
# from what the last one reached, with other chances.
fuzz: $(VENV)/.dev
	$(BIN)/python benchmarks/fuzz/fuzz.py --seconds $(FUZZ_SECONDS) --seed $$(date +%s) --keep

samples: $(VENV)/.dev
	$(BIN)/python sample_resumes/make.py

# The lock files name every package with its hashes and no index; --universal makes them good for each system and Python.
# The longest comes first: what all extras and tools agree on goes into the other two.
COMPILE = printf "hatchling\neditables\n" | $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
  --no-emit-index-url --no-emit-find-links --no-header --no-annotate

lock: $(VENV)/.dev
	$(PIP) install --quiet uv
	$(COMPILE) --group dev pyproject.toml - -o requirements-dev.txt
	$(COMPILE) --constraints requirements-dev.txt --extra cluster --extra urls pyproject.toml - -o requirements-cluster.txt
	$(COMPILE) --constraints requirements-dev.txt pyproject.toml - -o requirements.txt

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; name it like this: make demo PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.txt pyproject.toml | $(VENV)/bin/python
	$(PIP) install --quiet --require-hashes -r requirements.txt
	$(PIP) install --quiet --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.installed
	$(PIP) install --quiet --require-hashes -r requirements-dev.txt
	touch $@

clean:
	rm -rf $(VENV) dist
