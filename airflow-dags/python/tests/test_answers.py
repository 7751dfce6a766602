"""What is kept of an answer, and what is not."""

from __future__ import annotations

import json

import pytest

from plumbline_airflow import answers
from plumbline_airflow.discretion import WITHHELD, screened


def test_small_answers_are_kept_whole() -> None:
    answer = {"a": [1, 2], "b": {"c": "x" * 1_000}}
    assert answers.bounded(answer) == answer


def test_long_lists_and_strings_are_shortened() -> None:
    answer = {"count": 5, "missing": [{"what": f"file {n}", "why": "y" * 500} for n in range(100)]}
    kept = answers.bounded(answer)
    assert kept["count"] == 5
    assert kept["shortened"] is True
    assert len(kept["missing"]) == 11
    assert kept["missing"][10] == "… 90 more"
    assert kept["missing"][0] == {"what": "file 0", "why": "y" * 300 + "…"}


@pytest.mark.parametrize(
    "huge",
    [
        {"n": 1, **{f"key {n}": "x" * 250 for n in range(10_000)}},
        {"n": 1, "deep": {f"a{n}": {f"b{m}": "x" * 99 for m in range(99)} for n in range(99)}},
    ],
)
def test_nothing_larger_than_the_bound_is_kept(huge: dict[str, object]) -> None:
    kept = answers.bounded(huge)
    assert len(json.dumps(kept)) <= answers.MOST_CHARACTERS
    assert kept["n"] == 1


def test_facts_are_found_by_path() -> None:
    answer = {"corpus": {"articles": 3}, "flat": 1}
    assert answers.fact(answer, "corpus.articles") == 3
    assert answers.fact(answer, "flat") == 1
    assert answers.fact(answer, "corpus.absent.more") is None


def test_numbers_are_nobodys_words() -> None:
    assert answers.numbers({"done": 1, "who": "x", "list": ["x"], "ok": True}) == {"done": 1, "ok": True}


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("job 20261123-7f: searching", "job 20261123-7f: searching"),
        ("plumbline: no index yet", "plumbline: no index yet"),
        ("\tat org.plumbline.research.Main.main(Main.java:9)", "\tat org.plumbline.research.Main.main(Main.java:9)"),
        ("java.lang.IllegalStateException: Does MARKER help?", "java.lang.IllegalStateException"),
        ("Caused by: a.b.C$OwnError: MARKER", "Caused by: a.b.C$OwnError"),
        ("MARKER in a second line of a message", WITHHELD),
        ("MARKER.word: more", WITHHELD),
    ],
)
def test_a_screened_log_has_no_messages_of_faults(line: str, kept: str) -> None:
    assert screened(line) == kept
