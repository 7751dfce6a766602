"""Brings the full texts of PMC's open-access bucket up to date: what is new, what changed, what was withdrawn.

`take_in` runs `plumbline ingest pmc`: the bucket's newest daily inventory against what the corpus has. The first
run brings everything whose licence allows quotes and takes days; killed or timed out, it goes on where it was.

**Urgency: low.** The corpus stays as it was until a run succeeds.

**`take_in` ends with 1**: some articles could not be fetched; they stand under `missing` in the task's XCom, the
others are taken in. It is tried again by itself, and the next day's run asks for them again. Only if the same ones
stay for a week is there something to do: report them.
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
