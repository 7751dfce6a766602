"""DAGs that the client's tests drive: each behaves in one way that a client meets."""

from __future__ import annotations

from datetime import datetime, timezone

from airflow.sdk import Asset, Param, dag, task
from airflow.providers.standard.operators.bash import BashOperator
from airflow.providers.standard.operators.empty import EmptyOperator

START = datetime(2026, 1, 1, tzinfo=timezone.utc)
MADE = Asset(name="client_made", uri="file:///client/made")


@dag(
    dag_id="client_quick",
    schedule=None,
    tags=["client"],
    doc_md="# Quick\nEnds at once.",
    params={
        "count": Param(1, type="integer", minimum=1, maximum=9),
        "kind": Param("small", type="string", enum=["small", "large"]),
    },
)
def quick() -> None:
    """One task that returns its params."""

    @task
    def answer(params: dict | None = None) -> dict:
        return {"count": params["count"], "kind": params["kind"]}

    answer()


@dag(dag_id="client_slow", schedule=None, tags=["client"])
def slow() -> None:
    """One task that takes long, so that it can be cancelled."""
    BashOperator(task_id="sleep", bash_command="sleep 300")


@dag(dag_id="client_some_seconds", schedule=None, tags=["client"])
def some_seconds() -> None:
    """One task that takes long enough for the server to go and come back."""
    BashOperator(task_id="count", bash_command="for i in $(seq 1 15); do echo second $i; sleep 1; done")


@dag(dag_id="client_paused", schedule=None, is_paused_upon_creation=True, tags=["client"])
def paused() -> None:
    """Nothing of it runs before it is unpaused."""
    EmptyOperator(task_id="nothing")


@dag(dag_id="client_daily", schedule="@daily", start_date=START, catchup=False, tags=["client"])
def daily() -> None:
    """A past that can be run."""
    EmptyOperator(task_id="nothing")


@dag(
    dag_id="client_daily_paused",
    schedule="@daily",
    start_date=START,
    catchup=False,
    is_paused_upon_creation=True,
    tags=["client"],
)
def daily_paused() -> None:
    """A past that waits."""
    EmptyOperator(task_id="nothing")


@dag(dag_id="client_second_try", schedule=None, tags=["client"])
def second_try() -> None:
    """Fails at first, so that it can be cleared."""

    @task(retries=0)
    def fail_once(ti=None) -> int:
        if ti.try_number == 1:
            raise ValueError("the first try fails")
        return ti.try_number

    fail_once()


@dag(dag_id="client_maker", schedule=None, tags=["client"])
def maker() -> None:
    """Makes an asset, which starts another DAG."""

    @task(outlets=[MADE])
    def make(outlet_events=None) -> None:
        outlet_events[MADE].extra = {"rows": 7}

    make()


@dag(dag_id="client_taker", schedule=[MADE], tags=["client"])
def taker() -> None:
    """Started by an asset."""
    EmptyOperator(task_id="nothing")


@dag(dag_id="client_long_log", schedule=None, tags=["client"], params={"lines": Param(10, type="integer")})
def long_log() -> None:
    """Writes a log of as many lines as asked; Airflow makes more than 400 bytes of each."""
    BashOperator(
        task_id="talk",
        bash_command="seq -f 'line %06.0f of a log, about as long as lines of logs are: a hundred bytes, or so' "
        "1 {{ params.lines }}",
    )


quick()
slow()
some_seconds()
paused()
daily()
daily_paused()
second_try()
maker()
taker()
long_log()
