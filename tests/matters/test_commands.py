"""What ``timeline matters``, ``status`` and ``next`` print of a law that an article only mentions."""

from __future__ import annotations

import pytest

from timeline.cli.main import run

ARTICLE = "Creators worry about the divest-or-ban law. A baker in Ohio looked at other platforms."


@pytest.fixture
def timeline(tmp_path, monkeypatch, capsysbinary):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")

    def call(command: str, *arguments: str) -> tuple[int, str]:
        status = run([command, "a.txt", *arguments])
        return status, capsysbinary.readouterr().out.decode()

    return call


def test_status_cites_event_day_and_source(timeline):
    code, out = timeline("status", "--matter", "PAFACA", "--as-of", "2024-05-01")
    assert code == 0
    assert "enacted, expected in force 2025-01-19" in " ".join(out.split())
    lines = out.splitlines()
    place = next(n for n, line in enumerate(lines) if "enacted: " in line)
    assert lines[place].split()[0] == "2024-04-24"
    cited = " ".join(line.strip() for line in lines[place : place + 4])
    assert "[tiktok-us-pafaca-signed catalogue, https://" in cited
    assert all(len(line) <= 100 or "://" in line for line in lines)
    assert "2025-09-17" not in out


def test_without_the_catalogue_nothing_is_known_of_it(timeline):
    code, _ = timeline("status", "--matter", "PAFACA", "--as-of", "2024-05-01", "--no-reference")
    assert code == 2


def test_next_names_day_kind_law_and_source(timeline):
    code, out = timeline("next", "--as-of", "2025-09-16")
    assert code == 0
    assert out.split()[0] == "2025-12-16"
    assert "in 91 days" in out
    assert "deadline (scheduled)" in out
    assert "(Protecting Americans from Foreign Adversary Controlled Applications Act)" in out
    assert len(out.splitlines()) == 1


def test_matters_tell_the_milestones_as_the_catalogues(timeline):
    code, out = timeline("matters")
    assert code == 0
    assert out.startswith("US/uspafaca  Protecting Americans")
    assert "[catalogue, https://" in next(
        line for line in out.splitlines() if "TikTok Inc" in line or "sue over" in line
    )
