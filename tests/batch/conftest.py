"""An S3 server on the loopback interface, and what a client of it has in its environment."""

import os
import socket
import subprocess
import sys
import time

import pytest


@pytest.fixture(scope="session")
def store():
    """A running object store: the environment that makes s3:// mean this one."""
    pytest.importorskip("s3fs", reason="needs the extra `urls`")
    pytest.importorskip("moto", reason="needs moto, an S3 server for tests")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    told = {
        "AWS_ENDPOINT_URL": address, "AWS_ACCESS_KEY_ID": "testing", "AWS_SECRET_ACCESS_KEY": "testing",
        "AWS_DEFAULT_REGION": "us-east-1", "AWS_EC2_METADATA_DISABLED": "true", "NO_PROXY": "127.0.0.1",
    }  # fmt: skip
    server = subprocess.Popen(
        [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **told},
    )
    try:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            with socket.socket() as trial:
                if trial.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield told
    finally:
        server.terminate()
        server.wait(30)


@pytest.fixture
def bucket(store, monkeypatch):
    """A file system of the store for the test itself, with an empty bucket "people" and one "made"."""
    import s3fs

    for name, value in store.items():
        monkeypatch.setenv(name, value)
    files = s3fs.S3FileSystem(skip_instance_cache=True, use_listings_cache=False)
    for name in ("people", "made"):
        if files.exists(name):
            files.rm(name, recursive=True)
        files.mkdir(name)
    return files
