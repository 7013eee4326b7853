"""The root of the tests: sets the surroundings before Django reads its settings, then hands over to `tests/`."""

from tests import environment

environment.prepare()

pytest_plugins = ["tests.services.fixtures", "tests.cast"]
