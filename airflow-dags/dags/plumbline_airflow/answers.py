"""Reads what a command answers: JSON objects, one a line, the last of them the summary."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

MOST_CHARACTERS = 16_000
"""Of one value that is kept in Airflow's database, as JSON."""

_LONGEST_STRING = 300
_MOST_ELEMENTS = 10

Answer = dict[str, Any]


def parse(line: str) -> Answer | None:
    """The JSON object that a line holds, else nothing."""
    try:
        value = json.loads(line)
    except ValueError:
        return None
    return value if isinstance(value, dict) else None


def bounded(answer: Answer) -> Answer:
    """The answer, cut where it is too large for Airflow's database: long lists and strings first, then all but numbers."""
    if _size(answer) <= MOST_CHARACTERS:
        return answer
    shorter = {name: _shortened(value) for name, value in answer.items()}
    if _size(shorter) > MOST_CHARACTERS:
        shorter = dict(list(numbers(answer).items())[:100])
    return {**shorter, "shortened": True}


def numbers(answer: Answer) -> Answer:
    """Only what is a number or yes or no: nothing in it can be anybody's words."""
    return {name: value for name, value in answer.items() if isinstance(value, (bool, int, float))}


def fact(answer: Mapping[str, Any], path: str) -> Any:
    """What stands at a path such as ``corpus.articles``; None where nothing does."""
    value: Any = answer
    for name in path.split("."):
        value = value.get(name) if isinstance(value, Mapping) else None
    return value


def _size(value: Any) -> int:
    return len(json.dumps(value))


def _shortened(value: Any) -> Any:
    if isinstance(value, str) and len(value) > _LONGEST_STRING:
        return value[:_LONGEST_STRING] + "…"
    if isinstance(value, list):
        kept = [_shortened(element) for element in value[:_MOST_ELEMENTS]]
        left_out = len(value) - len(kept)
        return [*kept, f"… {left_out} more"] if left_out else kept
    if isinstance(value, dict):
        return {name: _shortened(one) for name, one in value.items()}
    return value
