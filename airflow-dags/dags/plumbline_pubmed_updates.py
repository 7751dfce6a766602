"""Takes in NLM's daily update files, in their order.

### If it is red: nothing burns, the corpus stays as it was until a run succeeds

- **`take_in` ends with 1**: a file or its checksum was not to be had. The order stops there; what is before it is
  taken in. It is tried again by itself. If it stays red past noon, look whether NLM's server is reachable, and in the
  log below `Answer` what is `missing`.
- **`take_in` ends with 1, "the baseline is being exchanged"** (December or January): wait a day.
- **`take_in` ends with 2, "each year's baseline replaces the last"**: the new one is there. Trigger
  `plumbline_pubmed_baseline` with the new year; until then nothing is lost.
- **`take_in` ends with 2 and asks for a contact**: set `fetch: contact:` in plumbline.yaml, then clear the task.

### What it does

`take_in` runs `plumbline ingest pubmed --updates`. The corpus knows which files it has, so a run takes in whatever
is missing: after three days without a run, one run catches up. Where articles changed (`announce_corpus`) or
retractions and corrections came (`announce_integrity_events`), `plumbline_index` runs, and after it
`plumbline_recheck`. Both announcements are skipped (pink) where nothing is new; that is a good run.
"""

from datetime import timedelta

from airflow.sdk import DAG

from plumbline_airflow.conventions import settings
from plumbline_airflow.intake import take_in

with DAG(
    "plumbline_pubmed_updates",
    description="Daily: takes in NLM's update files, in their order",
    schedule="15 1 * * *",
    tags=["plumbline", "intake"],
    **settings(__doc__),
):
    take_in(["pubmed", "--updates"], source="plumbline_pubmed", timeout=timedelta(hours=12))
