"""The workflow for GitHub Actions that the program prints: against the schema of such files, against what the actions take and
give, and its own commands run one after the other in a clean clone, as a runner does."""

import os
import pathlib
import re
import shutil
import subprocess

import pytest
import yaml

ROOT = pathlib.Path(__file__).parent.parent.parent
PROGRAM = pathlib.Path(os.environ.get("CIYUAN", ROOT / ".build/debug/ciyuan")).absolute()

# What each action takes and gives, from its action.yml.
ACTIONS = {
    "actions/checkout@v4": ({"repository", "ref", "path", "fetch-depth", "submodules", "persist-credentials"}, {"ref", "commit"}),
    "actions/configure-pages@v5": (
        {"static_site_generator", "generator_config_file", "token", "enablement"}, {"base_url", "origin", "host", "base_path"}),
    "actions/upload-pages-artifact@v3": ({"name", "path", "retention-days"}, {"artifact_id"}),
    "actions/deploy-pages@v4": (
        {"token", "timeout", "error_count", "reporting_interval", "artifact_name", "preview"}, {"page_url"}),
}


@pytest.fixture(scope="module")
def workflow(tmp_path_factory):
    path = tmp_path_factory.mktemp("workflow") / "site.yml"
    path.write_bytes(subprocess.run([PROGRAM, "publish", "--print", "workflow"], cwd=ROOT, check=True, capture_output=True).stdout)
    return path


def jobs(path):
    return yaml.safe_load(path.read_text())["jobs"]


def test_keeps_to_the_schema(workflow):
    result = subprocess.run(
        ["check-jsonschema", "--builtin-schema", "vendor.github-workflows", str(workflow)], capture_output=True, text=True,
        env={**os.environ, "PATH": f"{pathlib.Path(os.sys.executable).parent}:{os.environ['PATH']}"})
    assert result.returncode == 0, result.stdout


def test_asks_of_actions_what_they_take_and_give(workflow):
    for job in jobs(workflow).values():
        given = {}
        for step in job["steps"]:
            if "uses" in step:
                takes, gives = ACTIONS[step["uses"]]
                assert set(step.get("with", {})) <= takes, step
                if "id" in step:
                    given[step["id"]] = gives
        # Outputs are named by steps of the same job.
        for step, output in re.findall(r"\$\{\{ steps\.(\w+)\.outputs\.(\w+) \}\}", yaml.safe_dump(job)):
            assert output in given[step], (step, output)


def test_may_do_what_its_actions_do(workflow):
    rights = yaml.safe_load(workflow.read_text())["permissions"]
    assert rights == {"contents": "read", "pages": "write", "id-token": "write"}


def program(folder, name, text):
    path = folder / name
    path.write_text("#!/bin/sh\nset -e\n" + text)
    path.chmod(0o755)


def test_runs_in_a_clean_clone(workflow, tmp_path):
    """The compiler is stood in for by the program that it has made, and packages are noted instead of installed."""
    tools, sources, bare, clone = (tmp_path / name for name in ["tools", "sources", "site.git", "clone"])
    tools.mkdir()
    program(tools, "apt-get", f'echo "$@" >> {tmp_path}/apt\n')
    program(tools, "swift", f'[ "$*" = "build -c release --product ciyuan" ]\nmkdir -p .build/release\nln -s {PROGRAM} .build/release/ciyuan\n')
    shutil.copytree(ROOT / "Tests/BrowserTests/sample", sources)
    shutil.copy(ROOT / "Makefile", sources)
    (sources / ".github/workflows").mkdir(parents=True)
    shutil.copy(workflow, sources / ".github/workflows/site.yml")
    author = [f"GIT_{who}_{what}=t@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")]
    subprocess.run(["sh", "-ec", f"git init -q -b main . && git add . && env {' '.join(author)} git commit -qm site && git clone -q --bare . {bare}"], cwd=sources, check=True)
    outputs = {"pages": {"base_url": "https://reader.github.io/site"}}
    environment = {**os.environ, "PATH": f"{tools}:{os.environ['PATH']}"}
    for step in jobs(workflow)["build"]["steps"]:
        if step.get("uses", "").startswith("actions/checkout"):
            subprocess.run(["git", "clone", "-q", bare, clone], check=True)
        if "run" in step:
            command = re.sub(r"\$\{\{ steps\.(\w+)\.outputs\.(\w+) \}\}", lambda found: outputs[found[1]][found[2]], step["run"])
            # GitHub's own way to run a command in a container.
            result = subprocess.run(
                ["sh", "-e", "-c", command], cwd=clone if clone.exists() else tmp_path, env=environment, capture_output=True, text=True)
            assert result.returncode == 0, (command, result.stderr)
        if step.get("uses", "").startswith("actions/upload-pages-artifact"):
            site = clone / step["with"]["path"]
            subprocess.run(["tar", "--dereference", "--hard-dereference", "--directory", site, "-cf", tmp_path / "artifact.tar", "."], check=True)
    assert "install -y make git" in (tmp_path / "apt").read_text()
    page = (site / "zh/terms/rain/index.html").read_text()
    assert '<link rel="canonical" href="https://reader.github.io/site/zh/terms/rain/">' in page
    card = re.search(r'og:image" content="https://reader\.github\.io/site/([^"]+)', page)[1]
    assert (site / card).read_bytes().startswith(b"\x89PNG")
