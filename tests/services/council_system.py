"""The council's own system as a package meets it: an HTTPS server with a certificate of its own, that can also misbehave."""

import hashlib
import hmac
import ipaddress
import json
import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

KEY = "a key of the tests"


@dataclass
class CouncilSystem:
    """What it was sent, and how it answers. `behave` takes over an answer: it is handed the request and its body."""

    folder: Path
    port: int = 0
    kept: dict[str, bytes] = field(default_factory=dict)
    receipts: dict[str, dict[str, str]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    behave: Callable[[BaseHTTPRequestHandler, bytes], None] | None = None
    _server: Any = None

    @property
    def url(self) -> str:
        """Where packages go."""
        return f"https://127.0.0.1:{self.port}/way-back"

    @property
    def authority(self) -> str:
        """The file with the certificate to trust."""
        return str(self.folder / "certificate.pem")

    def start(self) -> None:
        """Answer on a free port of loopback."""
        make_certificate(self.folder)
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.folder / "certificate.pem", self.folder / "key.pem")
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self._server.daemon_threads = True
        self.port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    def stop(self) -> None:
        """End it."""
        self._server.shutdown()
        self._server.server_close()


def _handler(system: CouncilSystem) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_PUT(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            system.asked.append(self.path)
            if system.behave:
                system.behave(self, body)
            elif not is_signed(self, body):
                answer(self, 401, {})
            else:
                keep(system, self, body)

        def log_message(self, *_arguments: Any) -> None:
            """Say nothing."""

    return Handler


def is_signed(request: BaseHTTPRequestHandler, body: bytes) -> bool:
    """The check as docs/reference/write-back.md describes it, written a second time."""
    digest = hashlib.sha256(body).hexdigest()
    said = f"PUT\n{request.path}\n{request.headers['Date']}\n{digest}\n"
    wanted = hmac.new(KEY.encode(), said.encode(), hashlib.sha256).hexdigest()
    return hmac.compare_digest(request.headers["Ownstory-Signature"], wanted) and request.headers["Ownstory-SHA256"] == digest


def keep(system: CouncilSystem, request: BaseHTTPRequestHandler, body: bytes) -> None:
    """Keep the package and give a receipt; for one it has, the receipt it gave."""
    number = request.path.rsplit("/", 1)[1]
    fresh = {"id": number, "received_at": datetime.now(UTC).isoformat(), "sha256": hashlib.sha256(body).hexdigest()}
    system.kept[number] = body
    answer(request, 200, system.receipts.setdefault(number, fresh))


def answer(request: BaseHTTPRequestHandler, status: int, said: object, **headers: str) -> None:
    """Send this as JSON."""
    body = json.dumps(said).encode()
    request.send_response(status)
    for name, value in {"Content-Length": str(len(body)), **headers}.items():
        request.send_header(name, value)
    request.end_headers()
    request.wfile.write(body)


def answer_500(request: BaseHTTPRequestHandler, _body: bytes) -> None:
    """It is broken."""
    answer(request, 500, {})


def answer_elsewhere(request: BaseHTTPRequestHandler, _body: bytes) -> None:
    """It sends us on to another place."""
    answer(request, 307, {}, Location=request.path + "-elsewhere")


def hang(_request: BaseHTTPRequestHandler, _body: bytes) -> None:
    """It says nothing for a while."""
    time.sleep(1.5)


def close_half_way(request: BaseHTTPRequestHandler, _body: bytes) -> None:
    """It promises more than it sends."""
    request.send_response(200)
    request.send_header("Content-Length", "500")
    request.end_headers()
    request.wfile.write(b'{"id": "')
    request.close_connection = True


def drip(request: BaseHTTPRequestHandler, _body: bytes) -> None:
    """It sends a letter at a time, for ever."""
    request.send_response(200)
    request.send_header("Content-Length", "60000")
    request.end_headers()
    try:
        for _number in range(60):
            request.wfile.write(b" ")
            request.wfile.flush()
            time.sleep(0.05)
    except OSError:
        pass


def wrong_receipt(request: BaseHTTPRequestHandler, _body: bytes) -> None:
    """It says that it has something else."""
    number = request.path.rsplit("/", 1)[1]
    answer(request, 200, {"id": number, "received_at": "2026-11-18T10:00:00+00:00", "sha256": "0" * 64})


def no_receipt(request: BaseHTTPRequestHandler, _body: bytes) -> None:
    """It is a page for people."""
    answer(request, 200, "Thank you!")


def make_certificate(folder: Path) -> None:
    """A certificate for 127.0.0.1, signed by itself, and its key."""
    folder.mkdir(parents=True, exist_ok=True)
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    today = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(today - timedelta(days=3650))
        .not_valid_after(today + timedelta(days=3650))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "certificate.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    unencrypted = serialization.NoEncryption()
    (folder / "key.pem").write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, unencrypted))
