# Two commands for a newcomer: `make run` and `make test`. Options are variables: PORT, DATA_DIR, DATABASE_URL, STORAGE_URL.
SHELL := bash
PYTHON ?= $(shell command -v python3.11 || command -v python3)
SOAK_MINUTES ?= 25
export PYTHON SOAK_MINUTES
.DEFAULT_GOAL := help
.PHONY: help install run demo-reset test soak bench docs messages format lock

help: ## say what each command does
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1|\2/p' $(MAKEFILE_LIST) | column -t -s '|'

install: ## make .venv with what the product needs
	@scripts/install.sh base

run: ## start Ownstory with a demonstration council on http://127.0.0.1:8000
	@scripts/install.sh base && exec .venv/bin/python -m scripts.run

demo-reset: ## throw the demonstration away, so that the next `make run` starts afresh
	@scripts/install.sh base && exec .venv/bin/python -m scripts.demo_reset

test: ## check and test everything (15 minutes on two cores)
	@scripts/system_packages.sh && scripts/install.sh test && exec .venv/bin/python -m scripts.test

soak: ## the same properties at full size, for SOAK_MINUTES
	@scripts/system_packages.sh && scripts/install.sh test && exec .venv/bin/python -m scripts.soak

bench: ## measure speed against simple floors, into bench/results.json
	@scripts/install.sh test && scripts/compared.sh && exec .venv/bin/python -m bench.run

docs: ## write the generated pages of docs/reference anew
	@scripts/install.sh test && exec .venv/bin/python -m scripts.write_docs

messages: ## collect the words to translate, and compile the translations
	@scripts/install.sh base && exec scripts/messages.sh

format: ## format the code
	@scripts/install.sh test && .venv/bin/ruff check --fix-only --quiet . && .venv/bin/ruff format .

lock: ## choose the newest versions pyproject.toml allows, with hashes
	@scripts/lock.sh
