"""Loads NLM's yearly baseline into a corpus beside the one in use, and swaps it in when all of it is there.

### When to trigger it

By hand: once a year, when NLM has published the new baseline (December or January), and for the first load of an
empty home. It asks for the year: 2027 for the files `pubmed27n0001.xml.gz` and on. Expect hours, twice the disk
space of the corpus, and no other intake meanwhile: theirs wait in the pool `plumbline_corpus`.

### If it is red: nothing burns, the old corpus stays in use until the swap

- **`take_in` ends with 1**: files are missing. It is tried again by itself and goes on where it was.
- **`take_in` ends with 2, "in use already"**: it is done; nothing is left to do.
- **`take_in` ends with 2, "not of the baseline"**: the year does not fit the files on the server. Trigger it again
  with the year of their names.

### What it does

`take_in` runs `plumbline ingest pubmed --baseline --new-baseline YEAR`. Until the swap everybody reads the old corpus;
what other sources delivered is carried over. Afterwards `plumbline_pubmed_updates` goes on from the new baseline.
"""

from datetime import timedelta

from airflow.sdk import DAG, Param

from plumbline_airflow.conventions import settings
from plumbline_airflow.intake import take_in

with DAG(
    "plumbline_pubmed_baseline",
    description="By hand, once a year: loads NLM's new baseline beside the corpus in use, then swaps it in",
    schedule=None,
    tags=["plumbline", "intake"],
    params={
        "year": Param(
            type="integer",
            minimum=2018,
            maximum=2099,
            title="Year of the baseline",
            description="As in the files' names: 2027 for pubmed27n0001.xml.gz",
        )
    },
    **settings(__doc__),
):
    take_in(
        ["pubmed", "--baseline"],
        options={"--new-baseline": "year"},
        source="plumbline_pubmed",
        timeout=timedelta(days=7),
    )
