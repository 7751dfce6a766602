"""Learns which articles were retracted, corrected, or met with concern: Retraction Watch and Crossref's notices.

### If it is red: mend it within a day, for a retraction of the last days may be missed

- **`take_in` ends with 1**: one of the sources could not be asked; the others were taken in. Which one and why stands
  in the log below `Answer`, at `missing`. It is tried again by itself.
- **`take_in` ends with 2 and asks for a contact**: set `fetch: contact:` in plumbline.yaml, then clear the task.

### What it does

`take_in` runs `plumbline ingest integrity`; each source goes on where the last run ended. New events make
`plumbline_index` run, so that nothing retracted is found any more, and after it `plumbline_recheck`, which looks at
reports that were delivered before. Where nothing is new, both announcements are skipped (pink); that is a good run.
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
