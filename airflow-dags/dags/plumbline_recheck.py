"""Looks at reports that were delivered: does everything that they cite still stand?

### If it is red with 1: a clinician holds a report that should be looked at again

- **`recheck` ends with 1**: as many reports as the XCom (task, Storage) says are `touched` cite an article that was
  retracted, corrected or doubted since. **It is no fault of the program, and trying again changes nothing.** On the
  machine: `plumbline research recheck` lists them. Tell whoever answers for reports in your house, by day. Then mark
  the task as success.

### What it does

It runs by itself after new integrity events. `recheck` runs `plumbline research recheck`: it goes through the
delivered reports, lists those that cite an article whose standing is new, and re-verifies them. Which reports these
are stands in Plumbline's home, not here.
"""

from datetime import timedelta

from airflow.sdk import DAG

from plumbline_airflow.assets import INTEGRITY_EVENTS
from plumbline_airflow.conventions import RESEARCH_POOL, settings
from plumbline_airflow.operators import PlumblineOperator

with DAG(
    "plumbline_recheck",
    description="After new retractions or corrections: which delivered reports do they touch?",
    schedule=[INTEGRITY_EVENTS],
    tags=["plumbline", "research"],
    **settings(__doc__),
):
    PlumblineOperator(
        task_id="recheck",
        arguments=["research", "recheck"],
        finding="delivered reports cite articles whose standing is new; `plumbline research recheck` on the machine lists them",
        clinical=True,
        pool=RESEARCH_POOL,
        execution_timeout=timedelta(hours=6),
        doc_md="Checks delivered reports against the newest events. The XCom says how many were checked and touched.",
    )
