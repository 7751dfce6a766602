"""What all of Plumbline's DAGs have in common."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

CORPUS_POOL = "plumbline_corpus"
INDEX_POOL = "plumbline_index"
RESEARCH_POOL = "plumbline_research"

_WHEN_RED = """
### When a task is red

Open the task, then **Logs**: the last lines say what the command said, and the error begins with its exit code.

| ended with | meaning | do |
|---|---|---|
| 1 | a check found something | what stands above for this task |
| 2 | wrong input or setting | do what the message says, then **Clear** the task. "another ingest is writing here": somebody runs a command by hand; wait, then clear |
| 3 | a fault; it was tried again with pauses | if all tries failed: "the disk is full" → make room and clear; else clear once, then report the trace |
| 127, 126 | the program is not where the Variable `plumbline_command` says | set it, then clear |
| 137, 143 | killed: cancelled, out of memory, machine stopped | give it memory (Variable `plumbline_heap`) if nobody cancelled it, then clear |

Clearing is always safe: a command goes on where the last try ended and takes nothing twice. Marking a run as failed
ends its process within seconds, and the next run completes the work. What was published before stays whole and in use
whatever is red here.
"""


def settings(page: str | None) -> dict[str, Any]:
    """Arguments of a DAG that all have alike; page: what its own page says, in Markdown."""
    return {
        "start_date": datetime(2026, 1, 1, tzinfo=timezone.utc),
        "catchup": False,
        "max_active_runs": 1,
        "doc_md": (page or "") + _WHEN_RED,
        "default_args": {
            "owner": "plumbline",
            "retries": 3,
            "retry_delay": timedelta(minutes=2),
            "retry_exponential_backoff": True,
            "max_retry_delay": timedelta(minutes=30),
        },
    }
