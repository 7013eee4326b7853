"""The door the web server uses."""

import os

from django.core.wsgi import get_wsgi_application

from audit.startup import check_protection

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_wsgi_application()
check_protection()
