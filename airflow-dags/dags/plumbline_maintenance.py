"""Keeps the tables small and the bytes true, once a week.

`optimize` packs the small files that updates leave, and removes versions of the corpus that were replaced longer
ago than the trigger form's `retain` says. `verify_index` re-reads every snapshot from the disk.

**Urgency: low**, but for `verify_index`.

**`optimize` ends with 2, "another ingest is writing here"**: somebody runs a command by hand; wait, then clear.

**`verify_index` ends with 1**: bytes on the disk are not what was written. **Tell the data team**, look at the
disk, and see the page of `plumbline_index`. The findings stand in the task's XCom.
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
        finding="bytes on the disk are not what was written; the findings stand in this task's XCom",
        pool=INDEX_POOL,
        execution_timeout=timedelta(hours=12),
        doc_md="Re-reads every snapshot from the disk.",
    )
    optimize >> verify
