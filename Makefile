# Newsboard's commands. `make run` and `make test` are all that a fresh clone needs.
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check install --require-hashes
COMPILE := $(BIN)/uv pip compile --quiet --python-version 3.12 --universal --generate-hashes --no-emit-index-url --no-header --no-annotate

.PHONY: help run test check lint types quick bench lock clean
.DELETE_ON_ERROR:

help:
	@echo "make run    set up what is missing and serve the board at http://127.0.0.1:$(PORT)/"
	@echo "make test   set up what is missing and run every check and test"
	@echo "make quick  lint and the tests that need neither the language model nor a browser"
	@echo "make bench  measure the speed of reading beside bare spaCy"
	@echo "make lock   pin the newest dependencies that pyproject.toml allows"

run: $(VENV)/.installed
	@DJANGO_RUNSERVER_HIDE_WARNING=true $(BIN)/python manage.py serve --port $(PORT)

test: check

check: lint types
	$(BIN)/lint-imports --no-cache
	$(BIN)/python manage.py check --fail-level WARNING
	NEWSBOARD_ENV=production NEWSBOARD_ALLOWED_HOSTS=board.example \
		NEWSBOARD_SECRET_KEY=$$($(BIN)/python -c "import secrets; print(secrets.token_urlsafe(50))") \
		$(BIN)/python manage.py check --deploy --fail-level WARNING
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/python -m pytest

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	find templates events -name '*.html' | sort | xargs -r $(BIN)/djade --check --target-version 6.1

types: $(VENV)/.installed-dev
	$(BIN)/mypy

quick: lint
	$(BIN)/python -m pytest -q -m "not model and not browser"

bench: $(VENV)/.installed-dev
	$(BIN)/python -m tests.bench.reading

lock: $(VENV)/.installed-dev
	$(PIP:--require-hashes=) uv
	$(COMPILE) --upgrade pyproject.toml --output-file requirements.txt
	$(COMPILE) --upgrade --constraint requirements.txt --group dev --extra small pyproject.toml --output-file requirements-dev.txt

clean:
	rm -rf $(VENV) var .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

# The stamps are remade when the pins change, and when the environment's Python is gone.
$(VENV)/.installed: requirements.txt | $(BIN)/python
	@echo "Installing what Newsboard needs (some minutes the first time)"
	@$(PIP) -r requirements.txt
	@touch $@

$(VENV)/.installed-dev: requirements-dev.txt | $(BIN)/python
	@echo "Installing what Newsboard and its tests need (some minutes the first time)"
	@$(PIP) -r requirements-dev.txt
	@touch $@ $(VENV)/.installed

$(BIN)/python:
	@python=$$(scripts/find-python) && echo "Making $(VENV) with $$python" && "$$python" -m venv --clear $(VENV)
