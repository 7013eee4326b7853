#!/usr/bin/env bash
# Writes requirements/*.txt anew from pyproject.toml: names, versions and hashes, and no address of any index.
# Needs `uv` (pip install uv). Read the difference before you commit it.
set -euo pipefail
cd "$(dirname "$0")/.."
command -v uv >/dev/null || { echo "make lock needs uv. Install it with: python3 -m pip install uv"; exit 1; }

lock() { # lock OUTPUT ARGUMENTS...
    local output=$1; shift
    # One version of each package for every system; no index named in this machine's settings is written down.
    uv pip compile --quiet --upgrade --universal --fork-strategy fewest --python-version 3.11 --generate-hashes --no-annotate --no-header \
        --no-emit-index-url --no-emit-find-links "$@" --output-file "$output"
}

lock requirements/base.txt pyproject.toml
lock requirements/test.txt pyproject.toml --group test --constraint requirements/base.txt
lock requirements/s3.txt --group s3 --constraint requirements/test.txt
lock requirements/compared.txt --group compared
if grep -nE 'https?://|--(index|find|extra)' requirements/*.txt; then
    echo "A lock file names an address. Nothing was kept secret, but do not commit it."
    exit 1
fi
