"""Brings the full texts of PMC's open-access bucket up to date: what is new, what changed, what was withdrawn.

### If it is red: nothing burns, the corpus stays as it was until a run succeeds

- **`take_in` ends with 1**: some articles could not be fetched; the others are taken in. It is tried again by itself,
  and the next day's run asks for them again. Only if the same ones stay for a week at `missing` (in the log below
  `Answer`) is there something to do: report them.
- **`take_in` ends with 2 and asks for a contact**: set `fetch: contact:` in plumbline.yaml, then clear the task.

### What it does

`take_in` runs `plumbline ingest pmc`: the bucket's newest daily inventory against what the corpus has. The first run
brings everything whose licence allows quotes and takes days; killed or timed out, it goes on where it was. Where
articles changed (`announce_corpus`) or retractions came (`announce_integrity_events`), `plumbline_index` runs, and after
it `plumbline_recheck`. Both announcements are skipped (pink) where nothing is new; that is a good run.
"""

from datetime import timedelta

from airflow.sdk import DAG

from plumbline_airflow.conventions import settings
from plumbline_airflow.intake import take_in

with DAG(
    "plumbline_pmc_sync",
    description="Daily: brings the full texts of PMC's open-access bucket up to date",
    schedule="30 1 * * *",
    tags=["plumbline", "intake"],
    **settings(__doc__),
):
    take_in(["pmc"], source="plumbline_pmc", timeout=timedelta(days=4))
