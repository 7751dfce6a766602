"""Keeps the corpus' tables small, the index's bytes true and its snapshots few, once a week.

### If it is red: `optimize` can wait until next week, `verify_index` cannot

- **`optimize` ends with 2, "another ingest is writing here"**: somebody runs a command by hand. Wait, then clear it.
- **`verify_index` ends with 1: tell the data team now.** Bytes on the disk are not what was written; the findings stand
  in the task's log below `Answer`. What to do is on the page of `plumbline_index`, at `verify`. Until then nothing is
  pruned: an older snapshot may be the one that is whole.
- **`prune_index` ends with 2, "plan.json cannot be read"**: repair or purge the job that it names, then clear the task.

### What it does

`optimize` runs `plumbline ingest optimize`: it packs the small files that updates leave, and removes versions of the
corpus that were replaced longer ago than the trigger form's duration. `verify_index` runs `plumbline index verify`,
which re-reads every snapshot. `prune_index` runs `plumbline index prune`: of the snapshots it keeps those that were
published last, as many as the trigger form says, and those that unfinished jobs go on with, failed ones among them.
"""

from datetime import timedelta

from airflow.sdk import DAG, Param

from plumbline_airflow.conventions import CORPUS_POOL, INDEX_POOL, settings
from plumbline_airflow.operators import PlumblineOperator

with DAG(
    "plumbline_maintenance",
    description="Weekly: packs the corpus' tables, re-reads every snapshot and removes old ones",
    schedule="0 13 * * 0",
    tags=["plumbline", "upkeep"],
    params={
        "retain": Param(
            "P7D",
            type="string",
            pattern="^(P[1-9][0-9]{0,2}D|PT[1-9][0-9]{0,2}H)$",
            title="Keep replaced versions for",
            description="A duration such as P7D (seven days) or PT12H (twelve hours)",
        ),
        "keep": Param(
            7,
            type="integer",
            minimum=1,
            maximum=1000,
            title="Snapshots of the index to keep",
            description="How many, the current one among them",
        ),
    },
    **settings(__doc__),
):
    optimize = PlumblineOperator(
        task_id="optimize",
        arguments=["ingest", "optimize"],
        options={"--retain": "retain"},
        on_spark=True,
        pool=CORPUS_POOL,
        execution_timeout=timedelta(hours=12),
        doc_md="Packs the corpus' tables. The XCom says how many files became how many.",
    )
    verify = PlumblineOperator(
        task_id="verify_index",
        arguments=["index", "verify"],
        finding="bytes on the disk are not what was written; the findings stand above",
        pool=INDEX_POOL,
        execution_timeout=timedelta(hours=12),
        doc_md="Re-reads every snapshot from the disk.",
    )
    prune = PlumblineOperator(
        task_id="prune_index",
        arguments=["index", "prune"],
        options={"--keep": "keep"},
        pool=INDEX_POOL,
        execution_timeout=timedelta(hours=1),
        doc_md="Removes old snapshots. The XCom says which, and how many bytes that freed.",
    )
    optimize >> verify >> prune
