#!/usr/bin/env bash
# Makes .venv from hashed, pinned requirements: `install.sh base` for running, `install.sh test` for testing too.
# Returns at once when nothing has changed since the last time.
set -euo pipefail
cd "$(dirname "$0")/.."
which=${1:-base}
lock=requirements/$which.txt
python=${PYTHON:-$(command -v python3.11 || command -v python3 || true)}

[ -n "$python" ] || { echo "Python 3.11 is missing. Install it with: sudo apt-get install python3 python3-venv"; exit 1; }
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "$python is $("$python" --version). Ownstory needs Python 3.11 or newer: make $which PYTHON=/path/to/python3.11"; exit 1; }

current=$(sha256sum "$lock" | cut -d' ' -f1)
[ "$(cat .venv/ownstory-"$which" 2>/dev/null)" = "$current" ] && [ -x .venv/bin/python ] && exit 0

if [ ! -x .venv/bin/python ]; then
    "$python" -c 'import ensurepip, venv' 2>/dev/null || {
        echo "This Python cannot make environments. Install what is missing with: sudo apt-get install python3-venv"; exit 1; }
    echo "Making .venv ..."
    "$python" -m venv .venv
fi
.venv/bin/python -m pip --version >/dev/null 2>&1 || .venv/bin/python -m ensurepip --upgrade >/dev/null

echo "Installing $(grep -c '==' "$lock") packages from $lock (once; about a minute) ..."
# The lock holds every package with its hashes, so nothing is left to resolve. pip compiles what it installs.
.venv/bin/python -m pip install -qq --disable-pip-version-check --no-input --require-hashes --no-deps -r "$lock"
echo "$current" > .venv/ownstory-"$which"
# What testing needs holds what running needs, at the same versions.
[ "$which" != test ] || sha256sum requirements/base.txt | cut -d' ' -f1 > .venv/ownstory-base
