"""The command as a process of its own: how fast it starts, and what it does when nobody listens any more."""

import os
import resource
import subprocess
import sys

import pytest

COMMAND = [sys.executable, "-c", "from timeline.cli import main; main()"]
BUDGET = 0.3  # CPU seconds


def test_help_is_quick_and_imports_nothing_heavy():
    watched = (
        "import sys; from timeline.cli.main import run; run(['--help']); print([m for m in HEAVY if m in sys.modules])"
    )
    heavy = "HEAVY = ['pandas', 'dash', 'numpy', 'trafilatura', 'pyarrow', 'plotly', 'dateparser', 'rich']; "
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    result = subprocess.run([sys.executable, "-c", heavy + watched], capture_output=True, text=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert result.stdout.rstrip().endswith("[]")
    assert (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime) < BUDGET


@pytest.mark.skipif(not hasattr(os, "fork"), reason="pipes of POSIX")
def test_a_closed_pipe_ends_quietly(tmp_path):
    corpus = tmp_path / "c.jsonl"
    lines = [
        f'{{"id": "{n}", "text": "The FTC sued Acme Corp. on 3 May 2023.", "published": "2023-05-24"}}'
        for n in range(400)
    ]
    corpus.write_text("\n".join(lines), encoding="utf-8")
    process = subprocess.Popen([*COMMAND, "tag", str(corpus)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.close()
    error = process.stderr.read().decode()
    process.stderr.close()
    assert process.wait() == 0
    assert error == ""


def test_standard_input():
    text = b"Published: 24 May 2023\n\nThe FTC sued Acme Corp. on 3 May 2023.\n"
    result = subprocess.run([*COMMAND, "tag", "-"], input=text, capture_output=True, check=True)
    assert b'"value": "2023-05-03"' in result.stdout
    assert result.stderr == b""
