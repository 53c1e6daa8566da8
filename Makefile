# The commands for people; `make` alone lists them. Windows has no make: README.md says how it goes there.

SHELL := /bin/sh
BIN := .venv/bin
CANDIDATES := python3 python3.14 python3.13 python3.12 python3.11 python

# The first Python that is new enough; else the first there is, so that bootstrap.py can say what is wrong with it.
ifndef PYTHON
PYTHON := $(shell \
	for name in $(CANDIDATES); do \
		"$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo "$$name" && exit; \
	done; \
	for name in $(CANDIDATES); do command -v "$$name" >/dev/null 2>&1 && echo "$$name" && exit; done)
endif

# What Python has compiled once, nobody waits for again, also where this is set.
unexport PYTHONDONTWRITEBYTECODE

LINT = $(BIN)/ruff check && $(BIN)/ruff format --check
# mypy looks at the types while a command runs; what it says comes last, and counts as much.
define BESIDE_MYPY
said=$$(mktemp) || exit; $(BIN)/mypy >"$$said" 2>&1 & types=$$!; \
		trap 'rm -f "$$said"' EXIT; trap 'kill $$types; exit 130' INT TERM; \
		$(1); tests=$$?; wait $$types; types=$$?; cat "$$said"; exit $$((tests ? tests : types))
endef

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help site serve check test quick fuzz format screenshots lock clean install-site install-test

help: ## Laat deze lijst zien
	@echo "Gebruik: make <opdracht>"
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  \1 \2/p' Makefile | awk '{ name = $$1; $$1 = ""; printf "  %-12s%s\n", name, $$0 }'

site: install-site ## Controleer de inhoud en bouw de site in de map site/
	@$(BIN)/kennisbank site

serve: install-site ## Bekijk de site op deze computer; zij ververst als je een bestand bewaart
	@$(BIN)/kennisbank serve $(if $(POORT),--poort $(POORT))

check: install-site ## Controleer alleen de inhoud
	@$(BIN)/kennisbank check

test: install-test ## Draai alle controles en tests van de code (ARGS="..." gaat naar pytest)
	$(LINT)
	@CHROME_PATH=$$($(BIN)/python scripts/find_browser.py) && export CHROME_PATH && \
		$(BIN)/python scripts/find_nginx.py || exit; \
		$(call BESIDE_MYPY,$(BIN)/pytest --numprocesses=auto --dist=worksteal $(ARGS))

quick: install-test ## Draai wat zonder gebouwde site en zonder browser kan en zelf niet lang duurt: een halve minuut
	$(LINT)
	@$(call BESIDE_MYPY,$(BIN)/pytest --numprocesses=auto --dist=worksteal -m 'not dear and not slow' --quiet $(ARGS))

fuzz: install-test ## Verander cases, lijsten, tabellen en issues op goed geluk; blijft alles heel? (SEED=1 N=2000)
	@$(BIN)/python -m tests.fuzz --seed $(or $(SEED),1) --rounds $(or $(N),2000)

format: install-test ## Zet de code in de vaste vorm en herstel wat veilig te herstellen is
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

# uv keeps the versions that are in the lock files; `make lock UPGRADE=1` takes the newest that are a week old, for what
# is wrong with a package is mostly found in its first days.
COMPILE = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-header --exclude-newer "7 days" $(if $(UPGRADE),--upgrade)

screenshots: site install-test ## Maak de afbeeldingen van CONTRIBUTING.md opnieuw, van de echte pagina's
	@CHROME_PATH=$$($(BIN)/python scripts/find_browser.py) && export CHROME_PATH && $(BIN)/python scripts/screenshots.py

lock: install-test ## Maak de slotbestanden in .ci opnieuw (UPGRADE=1 neemt de nieuwste versies)
	@test -x $(BIN)/uv || $(BIN)/python -m pip install --quiet --require-hashes --only-binary=:all: -r .ci/requirements-uv.txt
	@$(BIN)/python scripts/check_licences.py
	$(COMPILE) --extra build pyproject.toml -o .ci/requirements-site.txt
	$(COMPILE) --extra build --extra test pyproject.toml -o .ci/requirements-test.txt
	$(COMPILE) .ci/uv.in -o .ci/requirements-uv.txt
	$(COMPILE) .ci/properdocs.in -o .ci/requirements-properdocs.txt
	$(COMPILE) .ci/zensical.in -o .ci/requirements-zensical.txt

clean: ## Gooi alles weg wat deze opdrachten hebben gemaakt, ook .venv
	rm -rf site build .venv .hypothesis .mypy_cache .pytest_cache .ruff_cache scripts/kennisbank.egg-info
	find scripts tests -type d -name __pycache__ -prune -exec rm -rf {} +

install-site install-test:
	@command -v "$(PYTHON)" >/dev/null 2>&1 || { \
		echo 'Fout: Python is niet gevonden$(if $(PYTHON), ($(PYTHON))).' >&2; \
		echo 'Installeer Python 3.11 of nieuwer: https://www.python.org/downloads/' >&2; exit 1; }
	@"$(PYTHON)" scripts/bootstrap.py $(@:install-%=%)
