"""A DAG that leaves a line in a file for each task that ran to its end, for tests that count them."""

from airflow.providers.standard.operators.bash import BashOperator
from airflow.sdk import DAG, Param

with DAG(
    "plumbline_appending",
    schedule=None,
    max_active_runs=16,
    params={
        "file": Param("/dev/null", type="string", description="which file"),
        "gate": Param("/dev/null", type="string", description="a file without which no task begins to work"),
        "seconds": Param(0, type="number", minimum=0, description="how long each task works first"),
    },
    doc_md=__doc__,
):
    first, second = (
        BashOperator(
            task_id=name,
            bash_command="until [ -e {{ params.gate }} ]; do sleep 0.2; done; "
            "sleep {{ params.seconds }} && echo {{ run_id }} {{ task.task_id }} >> {{ params.file }}",
        )
        for name in ("first", "second")
    )
    first >> second
