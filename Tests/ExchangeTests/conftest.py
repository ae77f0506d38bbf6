"""Exports of the shipped content, read back by the libraries of the field. CIYUAN names the built program."""

import os
import pathlib
import subprocess

import pytest

ROOT = pathlib.Path(__file__).parent.parent.parent


@pytest.fixture(scope="session")
def export(tmp_path_factory):
    program = pathlib.Path(os.environ.get("CIYUAN", ROOT / ".build/debug/ciyuan")).absolute()
    folder = tmp_path_factory.mktemp("exports")

    def run(*arguments, root=ROOT, time="1700000000"):
        output = folder / f"{len(list(folder.iterdir()))}.out"
        subprocess.run(
            [program, "export", *arguments, "--quiet", "--root", str(root), "--output", str(output)],
            check=True, env={**os.environ, "SOURCE_DATE_EPOCH": time})
        return output

    return run
