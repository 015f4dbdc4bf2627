#!/usr/bin/env bash
# Renews every lock file. No address of a registry is written down: whoever installs chooses where from.
set -euo pipefail
cd "$(dirname "$0")/.."
export UV_CUSTOM_COMPILE_COMMAND="make lock"

compile() {
  uv pip compile --quiet --generate-hashes --no-emit-index-url --no-emit-find-links --python-version 3.11 "$@"
}

compile pyproject.toml requirements/build.in -o requirements/run.txt
compile pyproject.toml requirements/build.in --extra dev -c requirements/run.txt -o requirements/dev.txt
compile requirements/assets.in -o requirements/assets.txt
# Only data is taken from it: what it depends on is never installed.
compile --no-deps requirements/figures.in -o requirements/figures.txt
npm install --package-lock-only --ignore-scripts --loglevel=error
node tools/assets/strip_lock.mjs
