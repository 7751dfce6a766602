"""What all of Plumbline's DAGs have in common."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

CORPUS_POOL = "plumbline_corpus"
INDEX_POOL = "plumbline_index"
RESEARCH_POOL = "plumbline_research"

_ANY_TASK = """
### Any task, by what it ended with

Open the task, then Logs: the last line says it.

| ended with | do |
|---|---|
| 1: a check found something | what stands above |
| 2: wrong input or setting | what the message says, then **Clear** the task |
| 2: "another … is writing here" | somebody runs a command by hand: wait, then clear |
| 3: a fault, tried again with pauses | "the disk is full": make room, then clear. Else clear once, then report it |
| 126, 127: the program is not there | set the Variable `plumbline_command`, then clear |
| 137, 143: killed | if nobody cancelled it, give it memory (Variable `plumbline_heap`), then clear |

Clearing is always safe: a command goes on where the last try ended and takes nothing twice. Marking a run as failed
ends its process within seconds; the next run completes the work. What was published before stays whole and in use.
"""


def settings(page: str | None) -> dict[str, Any]:
    """Arguments of a DAG that all have alike; page: what its own page says, in Markdown."""
    return {
        "start_date": datetime(2026, 1, 1, tzinfo=timezone.utc),
        "catchup": False,
        "max_active_runs": 1,
        "doc_md": (page or "") + _ANY_TASK,
        "default_args": {
            "owner": "plumbline",
            "retries": 3,
            "retry_delay": timedelta(minutes=2),
            "retry_exponential_backoff": True,
            "max_retry_delay": timedelta(minutes=30),
        },
    }
