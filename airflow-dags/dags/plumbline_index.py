"""Makes the index follow the corpus: builds a snapshot, publishes it, reads all of it again.

### If it is red: research goes on with the last snapshot, and does not see what is newer

- **`build` ends with 2, "another index build … runs"**: somebody changes the index by hand. Wait, then clear it.
- **`verify` ends with 1: tell the data team now.** Bytes on the disk are not what was written. Pause
  `plumbline_research`, so that nothing is answered from them. The findings stand in the task's log below `Answer`.
  Those of the current snapshot are marked as such. For these, run by hand `plumbline index build --full` (a build that
  goes on from a damaged snapshot would share its parts), then, where articles had vectors, `plumbline index embed`.
  `plumbline index prune --keep 1` then removes the damaged snapshots; only then is `verify` green again. A snapshot
  that an unfinished job goes on with stays until the job is done or purged. Then look at the disk.
- **`embed` ends with 2, "another snapshot was published"**: clear it.

### What it does

It runs by itself whenever the corpus or its integrity events are new. `build` runs `plumbline index build`: the new
snapshot is written beside the old one and published in one step when it is whole; searches and running jobs keep the
snapshot that they began with. `embed` runs `plumbline index embed` where the Variable `plumbline_embed` says for how
many articles, newest first; without the Variable it is skipped (pink). `verify` re-reads every byte, and its asset
event carries the snapshot's id and counts.
Where the corpus is as it was, `build` finds its snapshot there and `verify` is skipped (pink); that is a good run.
A new snapshot makes `plumbline_research` and `plumbline_recheck` run.
"""

from datetime import timedelta

from airflow.sdk import DAG

from plumbline_airflow.assets import CORPUS, INDEX_SNAPSHOT, INTEGRITY_EVENTS
from plumbline_airflow.conventions import INDEX_POOL, settings
from plumbline_airflow.operators import Announcement, PlumblineOperator

with DAG(
    "plumbline_index",
    description="When the corpus is new: builds, publishes and verifies a snapshot of the index",
    schedule=(CORPUS | INTEGRITY_EVENTS),
    tags=["plumbline", "index"],
    **settings(__doc__),
):
    build = PlumblineOperator(
        task_id="build",
        arguments=["index", "build"],
        on_spark=True,
        pool=INDEX_POOL,
        execution_timeout=timedelta(hours=24),
        doc_md="Builds the snapshot of the corpus as it is now and publishes it, unless it is there already.",
    )
    embed = PlumblineOperator(
        task_id="embed",
        arguments=["index", "embed"],
        only_with=("--limit", "plumbline_embed"),
        pool=INDEX_POOL,
        execution_timeout=timedelta(hours=24),
        doc_md="Gives articles without a vector one, as many as the Variable says. Skipped without the Variable.",
    )
    verify = PlumblineOperator(
        task_id="verify",
        arguments=["index", "verify"],
        finding="bytes on the disk are not what was written; the findings stand above",
        announcement=Announcement(
            INDEX_SNAPSHOT,
            facts={
                "snapshot": "snapshot",
                "corpusVersion": "corpusVersion",
                "articles": "articles",
                "texts": "texts",
                "passages": "passages",
            },
            identity=("snapshot",),
            of_tasks=("build", "embed"),
        ),
        trigger_rule="none_failed",
        pool=INDEX_POOL,
        execution_timeout=timedelta(hours=12),
        doc_md="Re-reads every snapshot. Skipped where the one that was built last was verified before.",
    )
    build >> embed >> verify
