"""Works through the queue of research requests until none is left.

### If it is red: clinicians wait, but nothing submitted is lost; the next run goes on

- **`work` ends with 2, "no index"**: the first snapshot is not there yet, so each run that finds a request is red. There
  is nothing to clear. Look at `plumbline_index`; once it is green the waiting requests are worked off by themselves.
- **`work` ends with 3 and says how many failed**: these requests failed three times, each for a reason of its own;
  the others are done. On the machine: `plumbline research list`, then `plumbline research status ID` says why.
- **It runs for hours**: many requests wait. That is work, not a fault.

### What it does

`work` runs `plumbline research work --drain` every five minutes, whenever there is a new index snapshot, and at once
when a request is submitted where Plumbline is told of this Airflow. Requests lie in Plumbline's home, not here: a run
says how many were done and how many failed, and nothing of what they ask.
"""

from datetime import timedelta

from airflow.sdk import DAG, AssetOrTimeSchedule, CronTriggerTimetable, Param

from plumbline_airflow.assets import INDEX_SNAPSHOT
from plumbline_airflow.conventions import RESEARCH_POOL, settings
from plumbline_airflow.operators import PlumblineOperator

with DAG(
    "plumbline_research",
    description="Every five minutes and at once when asked: works through the queue of requests",
    schedule=AssetOrTimeSchedule(
        timetable=CronTriggerTimetable("*/5 * * * *", timezone="UTC"), assets=[INDEX_SNAPSHOT]
    ),
    tags=["plumbline", "research"],
    params={
        "job": Param(
            None,
            type=["null", "string"],
            pattern="^[0-9A-Za-z-]{1,64}$",
            title="Job that asked for this run",
            description="Only noted down: every run works through the whole queue. Leave it empty",
        )
    },
    **settings(__doc__),
):
    PlumblineOperator(
        task_id="work",
        arguments=["research", "work", "--drain"],
        final_if="failed",
        clinical=True,
        pool=RESEARCH_POOL,
        execution_timeout=timedelta(hours=12),
        doc_md="Works until no request is left. The XCom says how many were done and how many failed.",
    )
