"""The servers as fixtures: one of each for the whole run of a worker, started when a test first asks."""

from collections.abc import Iterator

import pytest

from tests.services import clamav, s3


@pytest.fixture(scope="session")
def s3_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[s3.Server]:
    """A running S3 server with an empty bucket."""
    server = s3.start(tmp_path_factory.mktemp("s3"))
    yield server
    server.stop()


@pytest.fixture(scope="session")
def clamav_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[clamav.Server]:
    """A running clamd that finds EICAR."""
    server = clamav.start(tmp_path_factory.mktemp("clamav"))
    yield server
    server.stop()
