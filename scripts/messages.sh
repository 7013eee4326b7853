#!/usr/bin/env bash
# Collects every translatable text into locale/<language>/LC_MESSAGES/django.po and compiles what is translated.
set -euo pipefail
cd "$(dirname "$0")/.."
command -v msgfmt >/dev/null || { echo "gettext is missing. Install it with: sudo apt-get install gettext"; exit 1; }
mkdir -p locale
.venv/bin/python manage.py makemessages --verbosity=0 --locale=cy --locale=ar --no-obsolete --add-location=file \
    --ignore=.venv --ignore=var --ignore='tests/*' --ignore='bench/*' --extension=html,txt,py
.venv/bin/python manage.py compilemessages --verbosity=0 --ignore=.venv
