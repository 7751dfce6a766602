"""Looks at reports that were delivered: does everything that they cite still stand?

Runs by itself after new integrity events. `recheck` goes through the delivered reports, lists those that cite an
article whose standing is new, and re-verifies them. Which reports these are stands in Plumbline's home, not here.

**Urgency: high, by day.** Red with exit code 1 means that a clinician holds a report which rests on something that
was retracted, corrected or doubted since. It is **not a fault of the program**, and trying again does not change
it.

**`recheck` ends with 1**: the XCom says how many reports are `touched`. On the machine: `plumbline research
recheck` lists them. Tell whoever answers for reports in your house, so that the clinicians learn of it. Then mark
the task as success.
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
