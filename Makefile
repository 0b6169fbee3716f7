# Everything here sets itself up: `make quiz` and `make test` need Python 3.11+ and make, no more.

PYTHON ?= python3
LESSON ?= common-enemy
BIN := .venv/bin
JOBS ?= auto
SECONDS_EACH ?= 300
PACKAGE ?= logic
SAMPLE ?= 0
SEED ?= 1
COVERED := model logic generate practice store read check

.DEFAULT_GOAL := help
.PHONY: help quiz test check format docs bench audit fuzz coverage mutate gallery endurance clean

help: ## Show what can be made
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1 \t/' | expand -t 20

quiz: .venv/run.stamp ## Set up, then take a quiz (LESSON=common-enemy)
	@$(BIN)/debatekit quiz $(LESSON)

test: .venv/dev.stamp ## Set up, then run all tests
	$(BIN)/python -m pytest -n $(JOBS)

check: .venv/dev.stamp ## Set up, then all that must be green before a change lands
	$(BIN)/ruff format --check debatekit tests tools
	$(BIN)/ruff check debatekit tests tools
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/cog --check -P README.md docs/*.md
	$(BIN)/debatekit -C . check
	$(MAKE) --no-print-directory test

fuzz: .venv/dev.stamp ## Fuzz everything that opens files (SECONDS_EACH=300)
	for target in yaml argdown scores article; do \
		$(BIN)/python -m tools.fuzz $$target -max_total_time=$(SECONDS_EACH) || exit 1; \
	done

coverage: .venv/dev.stamp ## See which branches of the inner packages their tests take
	mkdir -p build
	$(BIN)/python -m coverage run -m pytest -p tools.few_examples -p no:xdist \
		$(addprefix tests/,$(COVERED)) tests/security/test_score_files.py
	$(BIN)/python -m coverage report

mutate: .venv/dev.stamp build/mutmut/made.stamp ## Change code, and see whether tests notice (PACKAGE=logic SAMPLE=300 SEED=1)
	$(BIN)/python -m tools.mutate $(PACKAGE) --sample $(SAMPLE) --seed $(SEED)

build/mutmut/made.stamp: pyproject.toml
	$(PYTHON) -m venv --clear build/mutmut
	build/mutmut/bin/python -m pip install --quiet --upgrade pip
	build/mutmut/bin/python -m pip install --quiet --editable . --group dev 'mutmut==3.8.1'
	@touch $@

endurance: .venv/dev.stamp ## Kill 200 real sessions at any moment, and see that no answer is lost
	DEBATEKIT_KILLS=200 $(BIN)/python -m pytest -n $(JOBS) tests/store/test_endurance.py

format: .venv/dev.stamp ## Put code into its one format
	$(BIN)/ruff format debatekit tests tools
	$(BIN)/ruff check --fix debatekit tests tools

docs: .venv/dev.stamp ## Write the generated parts of the documentation anew, and its site (build/site)
	$(BIN)/cog -r -P README.md docs/*.md
	$(BIN)/python -m tools.schemas
	$(BIN)/python -m tools.man
	$(BIN)/python -m tools.site

bench: .venv/dev.stamp ## Measure, as ratios, and write docs/performance.md (ONLY="start store")
	$(BIN)/python -m compileall -q debatekit
	$(BIN)/python -m tools.bench $(ONLY)

audit: .venv/dev.stamp ## Ask for known faults of everything installed (needs the network)
	$(BIN)/python -m venv build/audit
	build/audit/bin/python -m pip install --quiet pip-audit
	build/audit/bin/pip-audit --path "$$($(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')"

gallery: .venv/dev.stamp ## Turn every handout into pictures (LESSON=common-enemy)
	$(BIN)/python -m tools.gallery $(LESSON)

clean: ## Take away what was set up
	rm -rf .venv build dist gallery

# An environment made by another Python, or half made, is made anew.
.venv/made.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "debatekit needs Python 3.11 or newer; say which: make PYTHON=python3.12 …" >&2; exit 1; }
	$(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --upgrade pip
	@touch $@

.venv/run.stamp: .venv/made.stamp pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

.venv/dev.stamp: .venv/made.stamp pyproject.toml
	$(BIN)/python -m pip install --quiet --editable . --group dev
	@touch $@ .venv/run.stamp
