#!/usr/bin/env bash
# Makes .venv-compared: programs of others that `make bench` compares ours with. They share nothing with .venv.
# Returns at once when nothing has changed since the last time; when they cannot be had, the comparison is left out.
set -euo pipefail
cd "$(dirname "$0")/.."
lock=requirements/compared.txt
python=${PYTHON:-$(command -v python3.11 || command -v python3)}
current=$(sha256sum "$lock" | cut -d' ' -f1)
[ "$(cat .venv-compared/ownstory-compared 2>/dev/null)" = "$current" ] && exit 0

[ -x .venv-compared/bin/python ] || "$python" -m venv .venv-compared
echo "Installing $(grep -c '==' "$lock") packages to compare with (once; about a minute) ..."
if .venv-compared/bin/python -m pip install -qq --disable-pip-version-check --no-input --require-hashes --no-deps -r "$lock"; then
    echo "$current" > .venv-compared/ownstory-compared
else
    echo "They could not be installed, so the comparison with them is left out."
fi
