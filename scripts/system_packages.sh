#!/usr/bin/env bash
# The programs tests start, from the system's packages: installed when we may, else named with how to get them.
set -euo pipefail

missing=()
need() { # need PACKAGE PROGRAM...: any one of the programs will do
    local package=$1 program; shift
    for program in "$@"; do
        PATH="$PATH:/usr/sbin:/usr/local/sbin" command -v "$program" >/dev/null && return
        compgen -G "/usr/lib/postgresql/*/bin/$program" >/dev/null && return
    done
    missing+=("$package")
}
need postgresql initdb
need chromium chromium
need ffmpeg ffmpeg
need libimage-exiftool-perl exiftool
need clamav-daemon clamd
need tesseract-ocr tesseract
[ -n "$(find /usr/share/tesseract-ocr /usr/share/tessdata /usr/local/share/tessdata -name eng.traineddata 2>/dev/null)" ] || missing+=(tesseract-ocr-eng)
ldconfig -p 2>/dev/null | grep -q libpangoft2-1.0 || missing+=(libpango-1.0-0 libpangoft2-1.0-0)
need docker-compose docker-compose
need gettext msgfmt
python3=${PYTHON:-python3}
"$python3" -c 'import ensurepip, venv' 2>/dev/null || missing+=(python3-venv)

[ ${#missing[@]} -eq 0 ] && exit 0
if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "The tests start real programs, and these are missing: ${missing[*]}"
    echo "Install them, then run this again: sudo apt-get update && sudo apt-get install --no-install-recommends ${missing[*]}"
    exit 1
fi
echo "Installing what the tests start: ${missing[*]} ..."
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
{ apt-get update -q && apt-get install -q -y --no-install-recommends "${missing[@]}"; } >"$log" 2>&1 </dev/null || {
    tail -n 20 "$log"; echo "apt-get could not install: ${missing[*]}"; exit 1; }
rm -f "$log"
