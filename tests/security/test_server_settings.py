"""The settings that the front end's server really has, asked of Streamlit itself with the flags of our launcher."""

import json
import os
import subprocess
import sys

import pytest

from ats_medai.web.launch import flags

WANTED = {
    "server.address": "127.0.0.1",
    "server.maxUploadSize": 10,
    "server.maxMessageSize": 50,
    "server.enableXsrfProtection": True,
    "server.enableCORS": True,
    "server.allowedHosts": ["localhost", "127.0.0.1"],
    "server.enableStaticServing": False,
    "server.fileWatcherType": "none",
    "browser.gatherUsageStats": False,
    "client.showErrorDetails": "none",
    "client.toolbarMode": "minimal",
    "runner.magicEnabled": False,
}
CODE = """
import json, sys
from streamlit.web import bootstrap, cli
def tell(*_, **__):
    from streamlit import config
    print("SETTINGS" + json.dumps({name: config.get_option(name) for name in json.loads(sys.stdin.read())}))
bootstrap.run = tell
cli.main(["run", *sys.argv[1:]], standalone_mode=False)
"""


@pytest.fixture(scope="module")
def effective(tmp_path_factory):
    """Started in another folder, where the project's own settings file is not found."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    script = elsewhere / "script.py"
    script.write_text("")
    run = subprocess.run(
        [sys.executable, "-c", CODE, str(script), *flags()],
        input=json.dumps(list(WANTED)), capture_output=True, text=True, check=False, cwd=elsewhere,
        env={**os.environ, "HOME": str(elsewhere)}, timeout=120,
    )  # fmt: skip
    told = [line for line in run.stdout.splitlines() if line.startswith("SETTINGS")]
    assert told, run.stderr
    return json.loads(told[0].removeprefix("SETTINGS"))


@pytest.mark.parametrize("name", WANTED)
def test_setting_holds(effective, name):
    assert effective[name] == WANTED[name]
