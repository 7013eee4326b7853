#!/usr/bin/env bash
# Collects every translatable text into locale/<language>/LC_MESSAGES/django.po and compiles what is translated.
set -euo pipefail
cd "$(dirname "$0")/.."
command -v msgfmt >/dev/null || { echo "gettext is missing. Install it with: sudo apt-get install gettext"; exit 1; }
mkdir -p locale
languages=(cy ar) # and every other that somebody has begun
for catalogue in locale/*/; do
    name=$(basename "$catalogue")
    [[ " ${languages[*]} " == *" $name "* ]] || languages+=("$name")
done
mkdir -p "${languages[@]/#/locale/}"
.venv/bin/python manage.py makemessages --verbosity=0 "${languages[@]/#/--locale=}" --no-obsolete --add-location=file \
    --ignore=.venv --ignore=var --ignore='tests/*' --ignore='bench/*' --extension=html,txt,py
.venv/bin/python manage.py compilemessages --verbosity=0 --ignore=.venv
