"""The command `study --search`, as a person calls it and calls it again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from helpers.command_line import call

SEARCH = (
    "study",
    "sample:iris",
    "--epochs",
    "30",
    "--search",
    "7",
    "--search-range",
    "units=3:9",
    "--search-range",
    "learning_rate",
)


def test_that_a_search_answers_with_trials_winner_and_the_score_of_rows_it_never_saw(tmp_path: Path) -> None:
    out = tmp_path / "search.json"
    found = json.loads(call(*SEARCH, "--repeats", "2", "--out", str(out), "--json").stdout)
    assert found["state"] == "finished"
    assert [t["trial"] for t in found["trials"]] == list(range(1, 8))
    assert found["trials"][0]["is_present"]
    ended = [t for t in found["trials"] if t["state"] == "finished"]
    assert found["winner"] == min(ended, key=lambda t: t["log_loss"])
    assert all(3 <= t["settings"]["network.hidden.units"] <= 9 for t in found["trials"][1:])
    assert [f["scored_on"] for f in found["finals"]] == ["test", "test"]
    assert [f["seed"] for f in found["finals"]] == [0, 1]
    before = out.read_bytes()
    again = call(*SEARCH, "--repeats", "2", "--out", str(out))
    assert out.read_bytes() == before  # all is known
    assert "7 settings were tried; the best:" in again.stdout
    assert found["caution"] in again.stdout
    plan = tmp_path / "plan.json"
    search = {"runs": 7, "ranges": ["units=3:9", "learning_rate"]}
    plan.write_text(json.dumps({"repeats": 2, "search": search}))
    by_file = json.loads(call(*SEARCH[:4], "--plan", str(plan), "--out", str(out), "--json").stdout)
    assert by_file == found


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (
            ("--search", "5", "--search-range", "dropout=0:1.5"),
            "Dropout cannot be 1.5. It must be at least 0 and less than 1.",
        ),
        (("--search", "5", "--rows", "20"), "A search and a learning curve are two studies."),
        (("--minutes", "0.00001"), "The minutes were over before a network was finished."),
        (("--search", "x"), "--search cannot be 'x'."),
    ],
)
def test_that_a_search_that_cannot_be_is_refused_in_a_sentence(options: tuple[str, ...], said: str) -> None:
    done = call("study", "sample:iris", *options)
    assert done.returncode == 2
    assert done.stderr.startswith(said)
    assert done.stdout == ""
