"""The steps of every DAG that takes literature in: fetch and take in, then tell what is new."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from plumbline_airflow.assets import CORPUS, INTEGRITY_EVENTS
from plumbline_airflow.conventions import CORPUS_POOL
from plumbline_airflow.operators import Announcement, PlumblineOperator, WhenFound

_CORPUS = Announcement(
    CORPUS,
    facts={
        "version": "corpus.version",
        "digest": "corpus.digest",
        "articles": "corpus.articles",
        "fullTexts": "corpus.fullTexts",
    },
    identity=("digest",),
)

_COUNTED = {
    "retracted": "RETRACTED",
    "partlyRetracted": "PARTLY_RETRACTED",
    "concern": "CONCERN",
    "superseded": "SUPERSEDED",
    "corrected": "CORRECTED",
}

_INTEGRITY = Announcement(
    INTEGRITY_EVENTS,
    facts={
        "version": "corpus.version",
        "events": "corpus.events",
        **{name: f"corpus.standings.{standing}" for name, standing in _COUNTED.items()},
    },
    identity=("events", *_COUNTED),
)


def take_in(
    arguments: Sequence[str],
    *,
    timeout: timedelta,
    options: Mapping[str, str] | None = None,
    source: str | None = None,
) -> None:
    """Adds the steps to the DAG that is being written."""
    taking = PlumblineOperator(
        task_id="take_in",
        arguments=["ingest", *arguments],
        options=options,
        source=source,
        on_spark=True,
        when_found=WhenFound.RETRY,
        finding="something that should have come did not (what did come is taken in)",
        pool=CORPUS_POOL,
        execution_timeout=timeout,
        doc_md="Fetches what is new and takes it into the corpus. The XCom says what came in.",
    )
    for announcement in (_CORPUS, _INTEGRITY):
        taking >> _announce(announcement)


def _announce(announcement: Announcement) -> PlumblineOperator:
    name = announcement.asset.name.removeprefix("plumbline_")
    return PlumblineOperator(
        task_id=f"announce_{name}",
        arguments=["ingest", "status"],
        announcement=announcement,
        execution_timeout=timedelta(minutes=10),
        doc_md=f"Tells other DAGs that the asset `{announcement.asset.name}` is new. Skipped where nothing changed.",
    )
