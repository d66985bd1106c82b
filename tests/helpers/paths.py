"""Where the files of the checkout are."""

from __future__ import annotations

from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
REPOSITORY = TESTS.parent
REFERENCE = TESTS / "reference"  # numbers recorded from other programs
