"""Keeps the corpus' tables small and the index's bytes true, once a week.

### If it is red: `optimize` can wait until next week, `verify_index` cannot

- **`optimize` ends with 2, "another ingest is writing here"**: somebody runs a command by hand. Wait, then clear it.
- **`verify_index` ends with 1: tell the data team now.** Bytes on the disk are not what was written; the findings stand
  in the task's log below `Answer`. What to do is on the page of `plumbline_index`, at `verify`.

### What it does

`optimize` runs `plumbline ingest optimize`: it packs the small files that updates leave, and removes versions of the
corpus that were replaced longer ago than the trigger form's duration. `verify_index` runs `plumbline index verify`,
which re-reads every snapshot.
"""

from datetime import timedelta

from airflow.sdk import DAG, Param

from plumbline_airflow.conventions import CORPUS_POOL, INDEX_POOL, settings
from plumbline_airflow.operators import PlumblineOperator

with DAG(
    "plumbline_maintenance",
    description="Weekly: packs the corpus' tables and re-reads every snapshot",
    schedule="0 13 * * 0",
    tags=["plumbline", "upkeep"],
    params={
        "retain": Param(
            "P7D",
            type="string",
            pattern="^(P[1-9][0-9]{0,2}D|PT[1-9][0-9]{0,2}H)$",
            title="Keep replaced versions for",
            description="A duration such as P7D (seven days) or PT12H (twelve hours)",
        )
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
    optimize >> verify
