"""What all of Plumbline's DAGs have in common."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

CORPUS_POOL = "plumbline_corpus"
INDEX_POOL = "plumbline_index"
RESEARCH_POOL = "plumbline_research"

_ANY_TASK = """
### Any task, by what it ended with

Open the task, then Logs: the last lines marked ERROR above the trace say it (the key w wraps them). What a command
answered stands below `Answer`; all of it, where that was cut, under Storage, XCom, `return_value`.

| ended with | do |
|---|---|
| 1: a check found something | what stands above |
| 2: wrong input or setting | what the message says, then **clear** the task |
| 2: "another … is writing here" | somebody runs a command by hand: wait, then clear |
| 3: a fault, tried again with pauses | "the disk is full": make room, then clear. Else clear once, then report it |
| 126, 127: the program is not there | set the Variable `plumbline_command`, then clear |
| 137, 143: killed | if nobody cancelled it, give it memory (Variable `plumbline_heap`), then clear |

**Clear** is the round arrow at the task's top right. It is always safe: a command goes on where the last try ended and
takes nothing twice. **Cancel** by marking the run as failed (the cross at the run's top right): its process ends within
seconds; the next run completes the work. What was published before stays whole and in use.

**Trigger** asks for a logical date: leave it as it is, and leave Backfill alone. No command looks at dates; one run
catches up with everything. How the Dags hang together shows Assets, `plumbline_index_snapshot`.
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
