"""An S3 server that checks signatures and expiry: the same program as in docker-compose.yml."""

import os
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import version as installed_version
from pathlib import Path

import boto3
from botocore.client import Config

from tests.services.loopback import free_port, stop, wait_for

ACCESS_KEY = "tests"
SECRET_KEY = "tests-only-never-anywhere-else"
BUCKET = "ownstory"


@dataclass(frozen=True)
class Server:
    """A running S3 server with one empty bucket."""

    port: int
    process: subprocess.Popen[bytes]

    @property
    def endpoint(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def storage_url(self) -> str:
        """The STORAGE_URL an operator would set."""
        return f"s3+http://{ACCESS_KEY}:{SECRET_KEY}@127.0.0.1:{self.port}/{BUCKET}"

    def stop(self) -> None:
        """End the server."""
        stop(self.process)


def start(folder: Path) -> Server:
    """Start the server on `folder` and make the bucket."""
    port, log = free_port(), folder / "s3.log"
    environment = {**os.environ, "NANIO_ACCESS_KEY": ACCESS_KEY, "NANIO_SECRET_KEY": SECRET_KEY}
    command = [sys.executable, "-m", "nanio", "serve", "--data-dir", str(folder / "s3"), "--host", "127.0.0.1", "--port", str(port)]
    with log.open("wb") as output:
        process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT)
    server = Server(port, process)
    try:
        wait_for(port, process, log)
        client(server).create_bucket(Bucket=BUCKET)
    except BaseException:
        server.stop()
        raise
    return server


def client(server: Server):
    """A client of its own, for what Django's storage cannot ask."""
    return boto3.client(
        "s3",
        endpoint_url=server.endpoint,
        aws_access_key_id=ACCESS_KEY,
        aws_secret_access_key=SECRET_KEY,
        region_name="us-east-1",
        config=Config(signature_version="s3v4", s3={"addressing_style": "path"}),
    )


def version() -> str:
    """The version of the server tests start."""
    return installed_version("nanio")
