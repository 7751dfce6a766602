"""Learns which articles were retracted, corrected, or met with concern: Retraction Watch and Crossref's notices.

`take_in` runs `plumbline ingest integrity`; each source goes on where the last run ended. New events make the index
DAG run, so that nothing retracted is found any more, and `plumbline_recheck`, which looks at reports that were
delivered before.

**Urgency: within a day.** While this is red, a retraction of the last days may be missed. Reports print "standing
as of".

**`take_in` ends with 1**: one of the two sources could not be asked; the other one was taken in. Its name and
reason stand under `missing` in the task's XCom. It is tried again by itself. "contact": set `fetch: contact:` in
plumbline.yaml.
"""

from datetime import timedelta

from airflow.sdk import DAG

from plumbline_airflow.conventions import settings
from plumbline_airflow.intake import take_in

with DAG(
    "plumbline_integrity",
    description="Daily: learns of retractions, concerns and corrections",
    schedule="0 1 * * *",
    tags=["plumbline", "intake"],
    **settings(__doc__),
):
    take_in(["integrity"], timeout=timedelta(hours=6))
