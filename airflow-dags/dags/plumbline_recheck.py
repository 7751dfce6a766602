"""Looks at reports that were delivered: does everything that they cite still stand?

### If it is red with 1: a clinician holds a report that should be looked at again

- **`recheck` ends with 1**: the log says below `Answer` how many reports were `found` that cite an article which was
  retracted, corrected or doubted since, and how many `failed`: they do not verify any more, or cannot be read. **It is
  no fault of the program.** On the machine, `plumbline research recheck` lists them all, those said before too. Tell
  whoever answers for reports in your house, by day. Then mark the task as success (the tick at its top right).
- **Do not just clear it.** Each report is found once: the next try is green although nobody has looked.

### What it does

It runs by itself after each new index snapshot, for that is what knows the newest retractions. `recheck` runs
`plumbline research recheck`: it holds the delivered reports against the snapshot, and reads their quotes again. Which
reports these are stands in Plumbline's home, not here.
"""

from datetime import timedelta

from airflow.sdk import DAG

from plumbline_airflow.assets import INDEX_SNAPSHOT
from plumbline_airflow.conventions import RESEARCH_POOL, settings
from plumbline_airflow.operators import PlumblineOperator

with DAG(
    "plumbline_recheck",
    description="After each new snapshot: which delivered reports do new retractions or corrections touch?",
    schedule=[INDEX_SNAPSHOT],
    tags=["plumbline", "research"],
    **settings(__doc__),
):
    PlumblineOperator(
        task_id="recheck",
        arguments=["research", "recheck"],
        finding="delivered reports should be looked at; `plumbline research recheck` lists them",
        clinical=True,
        pool=RESEARCH_POOL,
        execution_timeout=timedelta(hours=6),
        doc_md="Holds delivered reports against the newest snapshot. The XCom says how many were checked and found.",
    )
